package org.ringback.capture.text;

import java.util.function.Predicate;
import org.ringback.capture.text.MessageCollector.Step;
import org.ringback.capture.wrap.LoggedStartLine;

/**
 * The body of a message: as many bytes as were announced, SDP up to its last line, and without any length all up to an empty
 * line.
 *
 * <p>Bytes are counted in two ways, as they stand in the log and as if each line ended with CRLF: most logs print lines without
 * CRs, whether they were there on the wire or not.
 */
final class BodyCollector {

    private static final long UNTIL_BLANK = -2;
    private static final int LINE_END = 2;

    private final MessageBytes message;
    private final LineStyle style;
    private final ForeignLines foreign;
    private final Predicate<String> announces;
    private final boolean sdp;
    private final boolean quotesMessages;

    private long expected = UNTIL_BLANK;
    private long standing;
    private long withCrs;

    /** A body of which nobody knows the length: it goes on to an empty line. */
    BodyCollector(
            MessageBytes message,
            LineStyle style,
            String contentType,
            ForeignLines foreign,
            Predicate<String> announces) {
        this.message = message;
        this.style = style;
        this.foreign = foreign;
        this.announces = announces;
        sdp = contentType.startsWith("application/sdp");
        quotesMessages = contentType.startsWith("message/") || contentType.startsWith("multipart/");
    }

    /** So many bytes long it should be. */
    void expect(long bytes) {
        expected = bytes;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return expected == 0;
    }

    /** Takes the next line, unless it is the first one after the body. */
    Step take(LoggedLine line) {
        if (ends(line)) {
            return Step.ENDED;
        }
        if (sdp && !isSdp(line.content())) {
            return interrupts(line) ? Step.TAKEN : Step.ENDED;
        }
        if (expected == UNTIL_BLANK) {
            add(line);
            return Step.TAKEN;
        }
        return sdp && seemsTooLong(line) ? tooLongSdp(line) : counted(line);
    }

    private boolean ends(LoggedLine line) {
        String content = line.content();
        if (isSdp(content)) {
            return false;
        }
        // A fragment in the body of NOTIFY (RFC 3420) or a part of a multipart body looks like the next message.
        // But no more than the length allows.
        boolean mayBeQuoted = quotesMessages && (expected < 0 || withCrs + line.length() <= expected);
        boolean nextMessage = !mayBeQuoted && LoggedStartLine.opens(content);
        return Boundaries.surelyAfter(content)
                || announces.test(line.text())
                || nextMessage
                || (expected == UNTIL_BLANK && endsUncounted(content));
    }

    private static boolean endsUncounted(String content) {
        return content.isBlank() || Boundaries.perhapsAfter(content) || LogClock.beginsLogLine(content);
    }

    /** Another thread of Asterisk has written into SDP, the length of which is still right. */
    private boolean interrupts(LoggedLine line) {
        if (LogClock.beginsLogLine(line.content()) && expected != UNTIL_BLANK && foreign.bear()) {
            foreign.remember(line.text());
            return true;
        }
        return false;
    }

    /** What came before, counted as the wire most likely had it. */
    private long known() {
        return style.crs() ? standing : withCrs;
    }

    /** Whether this line, or the next one, is more than the length says. */
    private boolean seemsTooLong(LoggedLine line) {
        return standing + line.length() > expected || (known() + line.withCrLf() >= expected && line.sdpFollows());
    }

    /**
     * SDP of which the length is not right: somebody has replaced the addresses before passing the log on. It ends where its
     * lines end. But SDP with LFs alone on the wire only seems too long, counted with CRs, and its length is still right.
     */
    private Step tooLongSdp(LoggedLine line) {
        boolean mayBeExact = !style.crs() && standing + line.length() + 1 < expected;
        if (!mayBeExact) {
            expected = UNTIL_BLANK;
        }
        add(line);
        return Step.TAKEN;
    }

    private Step counted(LoggedLine line) {
        long length = line.length();
        // The bytes stand here as they were on the wire, as in "Follow TCP Stream" of Wireshark: what comes next may
        // begin in
        // this line, since the body of a NOTIFY need not end with a line.
        boolean asOnTheWire =
                style.crs() && style.mark().isEmpty() && style.prefix().isEmpty();
        if (asOnTheWire && standing + length >= expected) {
            cutAt(line, line.begin() + expected - standing);
            return Step.COMPLETE;
        }
        // The end of this line is the log's own: SIPp and pjsua print one after the message.
        if (known() + length == expected || standing + length == expected) {
            message.add(line.lines().bytes(), line.begin(), line.end());
            return Step.COMPLETE;
        }
        add(line);
        boolean exact = !style.crs() && withCrs == expected;
        return exact || standing >= expected ? Step.COMPLETE : Step.TAKEN;
    }

    private void cutAt(LoggedLine line, long end) {
        message.add(line.lines().bytes(), line.begin(), end);
        if (end < line.end()) {
            line.lines().restartAt(end);
        }
    }

    /** The last bytes, of a line that is not there to its end. */
    void last(Lines lines, long begin, long end) {
        message.add(lines.bytes(), begin, end);
        standing += end - begin;
        withCrs += end - begin + 2;
    }

    /**
     * No more lines; whether the message is unfinished.
     *
     * @param headers bytes of all before the body
     */
    boolean end(Frame frame, long headers) {
        // Who sends less than Content-Length says has sent all of it nevertheless, as the log can tell.
        boolean allThatWasSent = frame.wholeMessage() && frame.bytes() <= headers + known() + LINE_END;
        // Logs that print line by line, as chan_sip does, may leave the last end of line out.
        return expected >= 0 && known() + LINE_END < expected && !allThatWasSent;
    }

    /** How many bytes are missing at the end, or 0 if nobody can say. */
    long missing() {
        return Math.max(0, expected - (style.cr() ? standing : withCrs));
    }

    private static boolean isSdp(String content) {
        return content.length() > 1 && content.charAt(1) == '=' && content.charAt(0) >= 'a' && content.charAt(0) <= 'z';
    }

    private void add(LoggedLine line) {
        line.addTo(message);
        standing += line.standing();
        withCrs += line.withCrLf();
    }
}
