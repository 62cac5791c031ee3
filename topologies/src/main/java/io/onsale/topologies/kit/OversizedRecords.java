package io.onsale.topologies.kit;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Blames the command that made a record too large to be written: trying again would never help. */
public final class OversizedRecords extends DefaultProductionExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> message, Exception failure) {
        if (failure instanceof RecordTooLargeException && context.topic() != null) {
            throw new PoisonedRecordException(
                    new RecordPlace(context.topic(), context.partition(), context.offset()), failure);
        }
        return super.handleError(context, message, failure);
    }
}
