package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits multipart bodies at their boundaries; a last part that is not closed goes to the end. */
final class Multipart {

    /** Parts within parts deeper than this stay whole. */
    private static final int DEEPEST = 4;

    /** More parts are left out. */
    private static final int MOST = 100;

    private final MemorySegment bytes;
    private final List<BodyPart> parts = new ArrayList<>();

    private Multipart(MemorySegment bytes) {
        this.bytes = bytes;
    }

    static List<BodyPart> parts(MemorySegment bytes, BodyPart whole) {
        Multipart multipart = new Multipart(bytes);
        multipart.add(whole, 0);
        return List.copyOf(multipart.parts);
    }

    private void add(BodyPart part, int depth) {
        Optional<String> boundary = part.type()
                .filter(MediaType::multipart)
                .flatMap(type -> type.parameters().value("boundary"))
                .filter(text -> !text.isEmpty());
        if (boundary.isPresent() && depth < DEEPEST) {
            split(Octet.of("--" + boundary.get()), part.range(), depth);
        } else if (part.range().length() > 0 && parts.size() < MOST) {
            parts.add(part);
        }
    }

    private void split(String delimiter, ByteRange range, int depth) {
        long content = -1;
        long at = range.from();
        while (at < range.to()) {
            long lineFeed = Ascii.find(bytes, at, range.to(), '\n');
            long next = lineFeed < 0 ? range.to() : lineFeed + 1;
            if (startsWith(at, range.to(), delimiter)) {
                if (content >= 0) {
                    part(content, withoutLineEnd(content, at), depth);
                }
                content = next;
                if (startsWith(at + delimiter.length(), range.to(), "--")) {
                    return;
                }
            }
            at = next;
        }
        if (content >= 0) {
            part(content, range.to(), depth);
        }
    }

    private void part(long from, long to, int depth) {
        if (parts.size() >= MOST) {
            return;
        }
        Doubts doubts = new Doubts();
        HeaderSection section = new HeaderSection(bytes, from, to, doubts);
        Optional<MediaType> type = section.headers().stream()
                .filter(header -> header.is("Content-Type"))
                .findFirst()
                .map(header -> MediaType.read(HeaderChecks.scan(bytes, header, doubts)));
        add(new BodyPart(type, section.headers(), new ByteRange(section.end(), to)), depth + 1);
    }

    /** The line end before a delimiter belongs to it. */
    private long withoutLineEnd(long from, long to) {
        long end = to;
        if (end > from && Ascii.at(bytes, end - 1) == '\n') {
            end--;
            if (end > from && Ascii.at(bytes, end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    private boolean startsWith(long at, long to, String octets) {
        if (to - at < octets.length()) {
            return false;
        }
        for (int i = 0; i < octets.length(); i++) {
            if ((Ascii.at(bytes, at + i) & 0xff) != octets.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
