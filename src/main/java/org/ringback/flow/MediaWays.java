package org.ringback.flow;

import java.util.List;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.CallKind;

/** Which ways media of a call were captured. What flowed where nobody captured is not known. */
public enum MediaWays {
    BOTH_WAYS,
    /** Only what the callee was to hear. */
    TOWARD_CALLEE,
    /** Only what the caller was to hear. */
    TOWARD_CALLER,
    /** The call was answered; RTP from or to its hosts was captured, and none of it is the call's. */
    NONE,
    /** The call was answered; no RTP from or to its hosts was captured at all, or not all that was could be measured. */
    NOT_CAPTURED;

    /** Of a call with its media; empty for what is no call, and for a call that was not answered and had none. */
    public static Optional<MediaWays> of(Call call, CallMedia media) {
        if (!media.streams().isEmpty()) {
            return Optional.of(ways(media.streams()));
        }
        boolean answered = call.kind() == CallKind.CALL
                && call.messages().stream()
                        .anyMatch(message ->
                                message.success() && message.head().method().equals("INVITE"));
        if (!answered) {
            return Optional.empty();
        }
        return Optional.of(media.captured() == CallMedia.Captured.HERE && media.wholeRtp() ? NONE : NOT_CAPTURED);
    }

    /** Who looks for missing sound is not told that pictures came. */
    private static MediaWays ways(List<CallStream> all) {
        List<CallStream> sound = all.stream().filter(CallStream::sound).toList();
        List<CallStream> meant = sound.isEmpty() ? all : sound;
        boolean callee = meant.stream().anyMatch(stream -> stream.toward() == Side.CALLEE);
        boolean caller = meant.stream().anyMatch(stream -> stream.toward() == Side.CALLER);
        if (callee && caller) {
            return BOTH_WAYS;
        }
        return callee ? TOWARD_CALLEE : TOWARD_CALLER;
    }
}
