package org.ringback.media;

/** Whether packets that look like RTP are a stream, by how their numbers follow each other. */
final class Belief {

    /** So many packets in a row make a stream; what only looks like RTP has others in between (RFC 3550, appendix A.1). */
    private static final int BELIEVED = 3;

    /** And so many that lie close together make one of which every third packet is lost. */
    private static final int CLOSE = 10;

    private int inRow;
    private int ordered;
    private boolean believed;

    /**
     * Another packet. That one comes twice, as at two ports of a switch, says nothing against it.
     *
     * @param expected how many numbers lie between the first and the last one
     */
    void add(SequenceMeter.Place place, long expected) {
        switch (place) {
            case NEXT -> {
                inRow++;
                ordered++;
            }
            case AHEAD, LATE -> {
                inRow = 1;
                ordered++;
            }
            case ASTRAY, RESTART -> {
                inRow = 1;
                ordered = 0;
            }
            case DUPLICATE -> {}
        }
        believed |= inRow >= BELIEVED || (ordered >= CLOSE && expected < 2L * ordered);
    }

    boolean believed() {
        return believed;
    }
}
