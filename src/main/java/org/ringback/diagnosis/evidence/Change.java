package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.Message;
import org.ringback.sip.Sdp;

/** What a re-INVITE or UPDATE was to change, as far as its session description shows beside the one that its sender gave before. */
public enum Change {
    /** The other side is to wait (RFC 3264, 8.4, or the old way with an address of zeros). */
    HOLD,
    /** The other side is not to wait any longer. */
    RESUME,
    /** An image stream takes the place of sound: T.38. */
    FAX,
    /** A picture besides sound. */
    VIDEO,
    /** Another codec of speech than the one that is spoken. */
    CODEC,
    /** Nothing but the time of the session, which is to begin anew (RFC 4028, 7.4), or whether the other side is still there. */
    REFRESH,
    /** Whatever else: another address, fewer codecs. */
    OTHER;

    private static final Pattern SECONDS = Pattern.compile("^\\s*(\\d{1,9})");
    private static final double HALF = 0.5;
    private static final double SLACK = 0.05;

    /** Of a request inside a dialog. */
    public static Change of(Message request, Case examined) {
        Optional<Sdp> wanted = examined.sdp(request);
        boolean refreshes = request.header("Session-Expires", "x").isPresent();
        if (wanted.isEmpty()) {
            return refreshes ? REFRESH : OTHER;
        }
        Optional<Sdp> before = before(request, examined);
        if (on(wanted.get(), "image") && before.filter(sdp -> on(sdp, "image")).isEmpty()) {
            return FAX;
        }
        if (held(wanted.get()) && before.filter(Change::held).isEmpty()) {
            return HOLD;
        }
        if (before.filter(Change::held).isPresent() && !held(wanted.get())) {
            return RESUME;
        }
        if (on(wanted.get(), "video") && before.filter(sdp -> !on(sdp, "video")).isPresent()) {
            return VIDEO;
        }
        boolean same =
                before.filter(sdp -> sdp.media().equals(wanted.get().media())).isPresent();
        if (same || (refreshes && due(request, examined))) {
            return REFRESH;
        }
        List<String> codecs = Audio.codecs(wanted.get());
        boolean another = before.map(Audio::codecs)
                .filter(spoken -> !spoken.isEmpty()
                        && !codecs.isEmpty()
                        && Audio.common(codecs, spoken).isEmpty())
                .isPresent();
        return another ? CODEC : OTHER;
    }

    /** Whether half of the session's time is just over, when it is to be refreshed (RFC 4028, 7.2). */
    private static boolean due(Message request, Case examined) {
        return examined
                .responses(told -> told.success()
                        && told.header("Session-Expires", "x").isPresent()
                        && Elapsed.between(told, request).isPresent())
                .stream()
                .reduce((_, last) -> last)
                .flatMap(told -> seconds(told)
                        .flatMap(interval ->
                                Elapsed.between(told, request).map(passed -> passed.toMillis() / 1000.0 / interval)))
                .filter(part -> part > HALF - SLACK && part < HALF + SLACK)
                .isPresent();
    }

    private static Optional<Long> seconds(Message told) {
        return told.header("Session-Expires", "x")
                .map(value -> SECONDS.matcher(value))
                .filter(Matcher::find)
                .map(found -> Long.parseLong(found.group(1)))
                .filter(interval -> interval > 0);
    }

    /** What the sender described last, in a request or in an answer; an offer that was refused never held (RFC 3261, 14.1). */
    private static Optional<Sdp> before(Message request, Case examined) {
        String tag = request.head().fromTag();
        List<Message> messages = examined.messages();
        int at = messages.indexOf(request);
        return messages.subList(0, Math.max(at, 0)).reversed().stream()
                .filter(message -> (message.head().request()
                                ? message.head().fromTag()
                                : message.head().toTag())
                        .equals(tag))
                .filter(message -> !refused(message, examined))
                .flatMap(message -> examined.sdp(message).stream())
                .findFirst();
    }

    private static boolean refused(Message message, Case examined) {
        return message.head().request()
                && message.insideDialog()
                && examined.attempts(message.head().method()).stream()
                        .filter(attempt -> attempt.root().first().head().cseq()
                                        == message.head().cseq()
                                && attempt.root()
                                        .first()
                                        .head()
                                        .fromTag()
                                        .equals(message.head().fromTag()))
                        .flatMap(attempt -> attempt.finalResponse().stream())
                        .anyMatch(told -> told.head().status() >= 300);
    }

    private static boolean on(Sdp sdp, String kind) {
        return sdp.media().stream().anyMatch(media -> media.kind().equalsIgnoreCase(kind) && !media.off());
    }

    /** Whether all sound is only to be heard by the other side, or nothing at all. */
    private static boolean held(Sdp sdp) {
        List<Sdp.Media> sound = sdp.media().stream()
                .filter(media -> media.kind().equalsIgnoreCase("audio") && !media.off())
                .toList();
        return !sound.isEmpty()
                && sound.stream()
                        .allMatch(media -> media.direction() == Sdp.Direction.SENDONLY
                                || media.direction() == Sdp.Direction.INACTIVE
                                || media.address().filter(Sdp.Address::nowhere).isPresent());
    }
}
