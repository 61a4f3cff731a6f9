package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.sip.MessageFramer;

/** What only looks like a message: templates in programs and scenarios, and sentences that name headers. */
final class OnlyLikeness {

    private static final Pattern PLACEHOLDER = Pattern.compile("%[sdux](?![0-9A-Fa-f])|\\$\\{|\\{\\{|#\\{|<%|(?<=[@:=<;"
        + " ])\\{[A-Za-z_][\\w.]{0,60}\\}"
        + "|\\[(?:service|remote_ip|remote_port|local_ip|local_port|transport|branch|call_id|media_ip|cseq|field\\d{1,2})\\]|\"\\s?\\+"
        + " ");
    /** A header that every message has, with a value that it can have. */
    private static final Pattern ESSENTIAL = Pattern.compile(
            "(?im)^(?:(?:via|v)\\s?:\\s*SIP\\s?/|(?:from|to|f|t)\\s?:.{0,200}(?:sips?:|tel:|<)|(?:call-id|i)\\s?:\\s*\\S{1,200}\\s*$"
                + "|cseq\\s?:\\s*\\d{1,10}\\s{1,4}[A-Z])");

    /** The empty line before the body, in which a blank may stand, or the first line of SDP without it. */
    private static final Pattern BODY = Pattern.compile("\n(?:[ \t\r]|\u00c2\u00a0){0,8}\n|\nv=0");

    /** A request line with marks behind it that nobody knows. */
    private static final Pattern REQUEST =
            Pattern.compile("^[^A-Za-z]{0,40}[A-Z]{3,20} {1,4}(?:sips?|tel):[^\\s]{1,400}"
                    + " {1,4}SIP/2\\.0(?![\\w/])[^A-Za-z]{1,8}[rnM]{0,2}$");

    private static final int LOOKED_AT = 2048;

    private OnlyLikeness() {}

    /** Whether it begins as a message does; what is cut may begin with less of it where a log announces it. */
    static boolean isSip(MemorySegment message, MessageCollector collected) {
        boolean cut = collected.tooLarge() || collected.unfinished();
        return MessageFramer.startsMessage(message, 0, message.byteSize())
                || (cut && collected.announced() && MessageFramer.mayStartMessage(message, 0, message.byteSize()));
    }

    /** Whether what was collected only looks like a message; what a log announces is one. */
    static boolean is(MemorySegment message, MessageCollector collected) {
        return !collected.announced() && (isTemplate(message) || (!collected.standsAlone() && isSentence(message)));
    }

    /** Whether a line that is no start line looks like one all the same. */
    static boolean isOfStart(String line) {
        return line.contains("SIP/2.0") && REQUEST.matcher(line).find();
    }

    /** Whether there are places to be filled in. */
    static boolean isTemplate(MemorySegment message) {
        return PLACEHOLDER.matcher(head(message)).find();
    }

    /** Whether no header that every message has is there with a value that it can have. */
    static boolean isSentence(MemorySegment message) {
        return !ESSENTIAL.matcher(head(message)).find();
    }

    /** The headers, without the body. */
    private static String head(MemorySegment message) {
        long length = Math.min(LOOKED_AT, message.byteSize());
        String text =
                new String(message.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
        Matcher body = BODY.matcher(text);
        return body.find() ? text.substring(0, body.start()) : text;
    }
}
