package io.onsale.standalone.registry;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;

/** Confluent's own Avro serializer and deserializer, with the libraries they bring along, in a class loader of their own. */
final class ConfluentSerde implements AutoCloseable {
    private static final String PACKAGE = "io.confluent.kafka.serializers.";

    private final URLClassLoader loader;
    private final Object serializer;
    private final Object deserializer;

    ConfluentSerde(String registryUrl) throws Exception {
        URL classes = Path.of("target/confluent/confluent.jar").toUri().toURL();
        this.loader = new URLClassLoader("confluent", new URL[] {classes}, new LoggingOnly());
        this.serializer = configured("KafkaAvroSerializer", registryUrl);
        this.deserializer = configured("KafkaAvroDeserializer", registryUrl);
    }

    /** Reads into one of its own generic records. */
    Object read(String topic, byte[] record) throws Exception {
        return method(deserializer, "deserialize", String.class, byte[].class).invoke(deserializer, topic, record);
    }

    /** Writes one of its own generic records, registering its schema. */
    byte[] write(String topic, Object record) throws Exception {
        return (byte[])
                method(serializer, "serialize", String.class, Object.class).invoke(serializer, topic, record);
    }

    private Object configured(String name, String registryUrl) throws Exception {
        Map<String, String> settings = Map.of("schema.registry.url", registryUrl, "auto.register.schemas", "true");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // Settings that name classes are looked up in the thread's loader.
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Object made = loader.loadClass(PACKAGE + name).getConstructor().newInstance();
            method(made, "configure", Map.class, boolean.class).invoke(made, settings, false);
            return made;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Method method(Object target, String name, Class<?>... parameters) throws NoSuchMethodException {
        return target.getClass().getMethod(name, parameters);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** The JDK and the logging interface, and nothing else of ours. */
    private static final class LoggingOnly extends ClassLoader {
        LoggingOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.")) {
                return ConfluentSerde.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
