package org.ringback.capture.stream;

/**
 * What the flags of one direction say: that it ends, or that another connection begins. In the midst of a message that is put
 * off until the next segment, for a flag may be damaged: nobody goes on where an end was.
 */
final class EndsInDoubt {

    private boolean finishing;
    private int finish;
    private boolean putOff;
    private boolean begins;
    private int sequence;
    private long frame;

    /** Whether nobody sends these flags together: the header is damaged. */
    static boolean impossible(int flags) {
        return (flags & Tcp.SYN) != 0 && (flags & (Tcp.FIN | Tcp.RST)) != 0;
    }

    void forget() {
        finishing = false;
        putOff = false;
        begins = false;
    }

    /** It ends before this number. */
    void finish(int end) {
        finishing = true;
        finish = end;
    }

    /** Whether it has come to its end. */
    boolean finished(int next) {
        return finishing && next - finish >= 0;
    }

    void putOffEnd(long of) {
        frame = putOff ? frame : of;
        putOff = true;
    }

    void putOffBegin(int first, long of) {
        putOff = true;
        begins = true;
        sequence = first;
        frame = of;
    }

    /** Whether an end or a begin is put off. */
    boolean putOff() {
        return putOff;
    }

    /** Whether that is a begin. */
    boolean begins() {
        return begins;
    }

    /** The first number of the connection that begins. */
    int sequence() {
        return sequence;
    }

    /** By which frame it was put off, or 0. */
    long frame() {
        return putOff ? frame : 0;
    }

    /** Whether data from one number to another shows that there was no end: the stream goes on with it. */
    boolean disproved(int number, int end, int next) {
        return number - next <= 0 && end - next > 0 && !(begins && number == sequence);
    }

    /** Whether data with this number is none that was sent before the end. */
    boolean proved(int number, int next) {
        return begins || number - next > 0;
    }

    /** Whether the other side has received the end too: it counts as one byte. */
    boolean received(int number) {
        return putOff && finishing && !begins && number == finish + 1;
    }
}
