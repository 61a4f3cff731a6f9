package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.sip.Sdp;

/** What a change would add beside sound to a call that has nothing of its kind yet (RFC 3264, 8.1). */
public final class Addition {

    private Addition() {}

    /**
     * The kinds of media that a request wants and the call does not have, such as {@code video}; nothing if it takes the
     * sound away, or if it is not known what the call has.
     */
    public static List<String> of(Message request, Case examined) {
        Optional<Sdp> before = Exchange.agreedBefore(request, examined);
        Optional<Sdp> wanted = examined.read(request).sdp();
        if (before.isEmpty() || wanted.filter(Audio::speaksNow).isEmpty()) {
            return List.of();
        }
        List<String> had = kinds(before.get());
        return kinds(wanted.get()).stream().filter(kind -> !had.contains(kind)).toList();
    }

    private static List<String> kinds(Sdp sdp) {
        return sdp.media().stream()
                .filter(media -> !media.off())
                .map(media -> media.kind().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
