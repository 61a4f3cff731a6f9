package org.ringback.call;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ringback.capture.wire.Captured;
import org.ringback.sip.HeaderLookup;
import org.ringback.sip.MessageHead;

/** One SIP message in its call. Of its headers only those of the head are kept, the others are read when someone asks. */
public final class Message {

    /** Time, then place in the file: what a clock cannot tell apart came as it was captured. */
    static final Comparator<Message> BY_TIME = Message::compareTime;

    private final Captured captured;
    private final MessageHead head;
    private boolean retransmission;

    Message(Captured captured, MessageHead head) {
        this.captured = captured;
        this.head = head;
    }

    private static int compareTime(Message one, Message other) {
        int times = Long.compare(one.time(), other.time());
        if (times != 0) {
            return times;
        }
        int files = Integer.compare(one.captured.file(), other.captured.file());
        return files != 0 ? files : Long.compare(one.captured.frame(), other.captured.frame());
    }

    /** The one that came first; null stands for none. */
    static Message earlier(Message one, Message other) {
        return one == null || (other != null && compareTime(one, other) > 0) ? other : one;
    }

    /** The one that came last; null stands for none. */
    static Message later(Message one, Message other) {
        return one == null || (other != null && compareTime(one, other) < 0) ? other : one;
    }

    public Captured captured() {
        return captured;
    }

    public MessageHead head() {
        return head;
    }

    /** Whether the same message went over the same hop before (RFC 3261, 17.1 and 17.2, and 13.3.1.4 for a 2xx). */
    public boolean retransmission() {
        return retransmission;
    }

    void mark(boolean repeated) {
        retransmission = repeated;
    }

    /**
     * What people call it: {@code INVITE}, {@code 486 Busy Here} with the phrase as it came over the wire; its first line if
     * that cannot be read. Fit to be shown.
     */
    public String name() {
        return MessageName.of(head, captured.bytes());
    }

    /** Microseconds since 1970, or {@link Captured#NO_TIME}. */
    public long time() {
        return captured.time();
    }

    /** Whether it is a request of this method. */
    public boolean request(String method) {
        return head.request() && head.method().equals(method);
    }

    /** Whether this request was sent inside a dialog: it names the other side's tag (RFC 3261, 12.2.1.1). */
    public boolean insideDialog() {
        return !head.toTag().isEmpty();
    }

    /** Whether it is a response from 100 to 199. */
    public boolean provisional() {
        return head.status() >= 100 && head.status() < 200;
    }

    /** Whether it is a response from 200 to 299. */
    public boolean success() {
        return head.status() >= 200 && head.status() < 300;
    }

    /** A 401 or 407: not a refusal yet, the sender may come back with credentials (RFC 3261, 22). */
    public boolean challenge() {
        return head.status() == 401 || head.status() == 407;
    }

    /** Whether it carries a login, for whoever serves it or for a proxy (RFC 3261, 22). */
    public boolean loggedIn() {
        return header("Authorization", "").isPresent()
                || header("Proxy-Authorization", "").isPresent();
    }

    /** Whether both are requests or both responses, of one method: such are worth setting side by side. */
    public boolean alike(Message other) {
        return head.request() == other.head.request() && head.method().equals(other.head.method());
    }

    boolean sameBytes(Message other) {
        return captured.sameBytes(other.captured);
    }

    /**
     * The value of the first header of this name, unfolded, without white space around it.
     *
     * @param compact the compact form of the name, or an empty string
     */
    public Optional<String> header(String name, String compact) {
        return HeaderLookup.first(captured.bytes(), name, compact);
    }

    /**
     * The values of all headers of this name, each unfolded, without white space around it; a list is not taken apart.
     *
     * @param compact the compact form of the name, or an empty string
     */
    public List<String> headers(String name, String compact) {
        return lookup().all(name, compact);
    }

    /** For who asks for several headers or the body. */
    public HeaderLookup lookup() {
        return new HeaderLookup(captured.bytes());
    }
}
