package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement's named parameters as the C arrays the engine takes; freed when closed. */
final class NativeParameters implements AutoCloseable {

    private final List<Memory> blocks = new ArrayList<>();
    private final int count;
    private final @Nullable Memory names;
    private final @Nullable Memory nameLengths;
    private final @Nullable Memory values;
    private final @Nullable Memory valueLengths;

    NativeParameters(Map<String, String> parameters) {
        count = parameters.size();
        List<byte[]> nameBytes = bytes(parameters.keySet());
        List<byte[]> valueBytes = bytes(parameters.values());
        names = pointers(nameBytes);
        nameLengths = lengths(nameBytes);
        values = pointers(valueBytes);
        valueLengths = lengths(valueBytes);
    }

    private static List<byte[]> bytes(Collection<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private @Nullable Memory pointers(List<byte[]> texts) {
        Memory array = array(texts.size());
        for (int i = 0; array != null && i < texts.size(); i++) {
            byte[] text = texts.get(i);
            Memory block = allocate(text.length + 1L);
            block.write(0, text, 0, text.length);
            block.setByte(text.length, (byte) 0);
            array.setPointer((long) Native.POINTER_SIZE * i, block);
        }
        return array;
    }

    private @Nullable Memory lengths(List<byte[]> texts) {
        Memory array = array(texts.size());
        for (int i = 0; array != null && i < texts.size(); i++) {
            array.setLong((long) Long.BYTES * i, texts.get(i).length);
        }
        return array;
    }

    /** Native memory of no bytes does not exist, so no parameters are no array. */
    private @Nullable Memory array(int length) {
        return length == 0 ? null : allocate((long) Long.BYTES * length);
    }

    private Memory allocate(long bytes) {
        Memory block = new Memory(bytes);
        blocks.add(block);
        return block;
    }

    int count() {
        return count;
    }

    @Nullable
    Pointer names() {
        return names;
    }

    @Nullable
    Pointer nameLengths() {
        return nameLengths;
    }

    @Nullable
    Pointer values() {
        return values;
    }

    @Nullable
    Pointer valueLengths() {
        return valueLengths;
    }

    @Override
    public void close() {
        blocks.forEach(Memory::close);
    }
}
