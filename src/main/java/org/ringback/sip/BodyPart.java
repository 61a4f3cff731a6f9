package org.ringback.sip;

import java.util.List;
import java.util.Optional;

/**
 * A body, or a part of a multipart body (RFC 2046 section 5.1).
 *
 * @param type empty if it does not say
 * @param headers of the part; of the message if there is one part only
 * @param range the content without the part's headers
 */
public record BodyPart(Optional<MediaType> type, List<Header> headers, ByteRange range) {

    public BodyPart {
        headers = List.copyOf(headers);
    }
}
