package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ringback.capture.wrap.SipLines;

/**
 * The capture, the document or the packed log that is attached to a mail saved as it was sent (RFC 2045, 6.8), if that holds no
 * message itself.
 *
 * <p>Bounds: mails of up to 64 MiB.
 */
public final class AttachedFile {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Pattern MAIL = Pattern.compile(
            "(?i)^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|x-[\\w-]{1,40}"
                    + "|content-type):? .*");
    private static final String ENCODED = "content-transfer-encoding:";
    private static final int ZIP = 0x504B0304;

    private final Lines lines;
    private final StringBuilder digits = new StringBuilder();
    private MemorySegment found = MemorySegment.NULL;
    private boolean several;
    private boolean sip;

    private AttachedFile(Lines lines) {
        this.lines = lines;
    }

    /** The bytes of the only such file; empty if there is none, or if there are several. */
    public static Optional<MemorySegment> of(MemorySegment text) {
        if (text.byteSize() > LARGEST || !isMail(TextShape.headOf(text))) {
            return Optional.empty();
        }
        AttachedFile mail = new AttachedFile(new Lines(text));
        mail.read();
        boolean only = mail.found.byteSize() > 0 && !mail.several && !mail.sip;
        return only ? Optional.of(mail.found) : Optional.empty();
    }

    private static boolean isMail(String head) {
        String first = head.stripLeading().lines().findFirst().orElse("");
        return MAIL.matcher(first).matches() && head.toLowerCase(Locale.ROOT).contains(ENCODED);
    }

    private void read() {
        boolean encoded = false;
        boolean within = false;
        while (lines.advance()) {
            String line = lines.text().strip();
            if (within && isDigits(line)) {
                digits.append(line);
            } else if (within) {
                within = line.isEmpty() && digits.isEmpty();
                encoded = within;
                take(within);
            } else if (line.length() < 80 && line.regionMatches(true, 0, ENCODED, 0, ENCODED.length())) {
                encoded = line.toLowerCase(Locale.ROOT).endsWith("base64");
            } else if (encoded && line.isEmpty()) {
                within = true;
            } else if (line.contains("SIP/")) {
                sip |= SipLines.isStart(line);
            }
        }
        take(false);
    }

    private static boolean isDigits(String line) {
        return !line.isEmpty()
                && line.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
    }

    /** Looks at what has been put together, if it does not go on. */
    private void take(boolean goesOn) {
        if (goesOn || digits.isEmpty()) {
            return;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(digits.toString());
            if (bytes.length > 4 && (DumpedFile.beginsCapture(bytes) || isZip(bytes))) {
                several |= found.byteSize() > 0;
                found = MemorySegment.ofArray(bytes);
            } else {
                sip |= new String(bytes, StandardCharsets.ISO_8859_1).contains("SIP/2.0");
            }
        } catch (IllegalArgumentException e) {
            // Damaged on its way.
            several = true;
        }
        digits.setLength(0);
    }

    private static boolean isZip(byte[] bytes) {
        return MemorySegment.ofArray(bytes).get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 0)
                == ZIP;
    }
}
