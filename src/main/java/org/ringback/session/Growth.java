package org.ringback.session;

/**
 * Counts something that grows, and says when it has grown enough to do again what takes longer the more there is: all times
 * together then cost no more than a few times the last one.
 */
final class Growth {

    private final double factor;
    private long count;
    private long enough = 1;

    /**
     * Begins with nothing, so that the first growth is enough.
     *
     * @param factor above 1: by how much it has to grow each time
     */
    Growth(double factor) {
        this.factor = factor;
    }

    /** Counts on. Whether it is now as much as was waited for; what is waited for next is more. */
    boolean by(long more) {
        count += more;
        if (count < enough) {
            return false;
        }
        enough = (long) Math.ceil(count * factor);
        return true;
    }
}
