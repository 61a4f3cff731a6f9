package org.ringback.diagnosis.rule.refusal;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ringback.sip.ByteRange;
import org.ringback.sip.SipMessage;

/** What a mobile network adds to a refusal for the phone, in XML (3GPP TS 24.229, 7.6). */
final class ImsBody {

    /** Such a body has a few hundred bytes. */
    private static final int LONGEST = 8_192;

    private ImsBody() {}

    /** Its text; empty if there is none. */
    static Optional<String> of(SipMessage response) {
        return response.parts().stream()
                .filter(part -> part.type()
                        .filter(type -> type.subtype().equalsIgnoreCase("3gpp-ims+xml"))
                        .isPresent())
                .map(part -> text(response, part.range()))
                .findFirst();
    }

    private static String text(SipMessage response, ByteRange range) {
        return new String(
                response.bytes()
                        .asSlice(range.from(), Math.min(range.length(), LONGEST))
                        .toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }
}
