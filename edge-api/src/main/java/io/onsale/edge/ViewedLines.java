package io.onsale.edge;

import io.onsale.edge.routes.Lines;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.schemas.accounts.PlaceInLine;
import io.onsale.schemas.privacy.QueuePseudonyms;
import java.util.List;

/** Lines as they are in view, where fans are known by their pseudonyms. */
record ViewedLines(QueueView queues, QueuePseudonyms pseudonyms) implements Lines {

    @Override
    public List<PlaceInLine> of(String fanId) {
        return queues.rooms().stream()
                .flatMap(room -> room.livePlace(pseudonyms.of(room.eventId(), fanId)).stream()
                        .mapToObj(sequence -> new PlaceInLine(room.eventId(), sequence)))
                .toList();
    }
}
