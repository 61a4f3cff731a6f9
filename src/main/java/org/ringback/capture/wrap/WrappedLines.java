package org.ringback.capture.wrap;

import java.util.List;

/** Lines that a terminal or a mail program broke: request lines first, which say where the headers are. */
final class WrappedLines implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        // A request line that is whole again goes beyond the edge.
        WrappedHeaders headers = new WrappedHeaders(rows);
        return headers.peel(WrappedRequestLines.peel(rows));
    }
}
