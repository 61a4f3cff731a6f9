package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.sip.OfferAnswer;
import org.ringback.sip.OfferAnswer.Side;
import org.ringback.sip.OfferAnswer.State;
import org.ringback.sip.Sdp;

/**
 * Who offered which media in a dialog and what came back, round by round (RFC 3264). Each request is looked at on the hop
 * nearest to its sender, with the responses that came there: what a media proxy puts in is what its sender got to see.
 */
public final class Exchange {

    private final Dialog dialog;
    private final List<Round> rounds = new ArrayList<>();
    private Message offerless;
    private boolean blind;
    private List<Round> agreed;

    private Exchange(Dialog dialog) {
        this.dialog = dialog;
    }

    /** An offer and what became of it. */
    public static final class Round {
        private final Side offerer;
        private final Message offered;
        private final Sdp offer;
        private Message answered;
        private Sdp answer;
        private boolean refused;
        private Message bare;
        private List<Audio.Pair> sound;

        private Round(Side offerer, Message offered, Sdp offer) {
            this.offerer = offerer;
            this.offered = offered;
            this.offer = offer;
        }

        public Side offerer() {
            return offerer;
        }

        /** The message with the offer. */
        public Message offered() {
            return offered;
        }

        public Sdp offer() {
            return offer;
        }

        /** The message with the answer; of several that repeat it the last one. */
        public Optional<Message> answered() {
            return Optional.ofNullable(answered);
        }

        public Optional<Sdp> answer() {
            return Optional.ofNullable(answer);
        }

        boolean refused() {
            return refused;
        }

        /** The 2xx or ACK in which the answer should have been and was not, if none came at all. */
        public Optional<Message> bare() {
            return answer == null ? Optional.ofNullable(bare) : Optional.empty();
        }

        /** The streams of sound in offer and answer. */
        public List<Audio.Pair> sound() {
            if (sound == null) {
                sound = answer == null ? List.of() : Audio.pairs(offer, answer);
            }
            return sound;
        }

        /** Those that neither side has turned off. */
        public List<Audio.Pair> soundOn() {
            List<Audio.Pair> on = new ArrayList<>(1);
            for (Audio.Pair pair : sound()) {
                if (pair.on()) {
                    on.add(pair);
                }
            }
            return on;
        }

        /** The first of those. */
        public Optional<Audio.Pair> firstOn() {
            for (Audio.Pair pair : sound()) {
                if (pair.on()) {
                    return Optional.of(pair);
                }
            }
            return Optional.empty();
        }
    }

    static Exchange of(Dialog dialog, Case examined) {
        var exchange = new Exchange(dialog);
        var follower = new OfferAnswer();
        Message open = null;
        for (Message message : Carriers.of(dialog)) {
            if (message.request("INVITE")) {
                if (open != null && followsUnanswered(open, message, follower)) {
                    follower = new OfferAnswer();
                }
                open = open != null && sameRequest(open, message) ? open : message;
            }
            exchange.follow(message, follower, examined);
        }
        return exchange;
    }

    /** The answer that both had agreed on last when a request was sent; empty also where times are not known. */
    public static Optional<Sdp> agreedBefore(Message request, Case examined) {
        return examined.exchanges().stream()
                .flatMap(exchange -> exchange.agreed().stream())
                .filter(round ->
                        Elapsed.between(round.answered().orElseThrow(), request).isPresent())
                .reduce((_, last) -> last)
                .flatMap(Round::answer);
    }

    private static boolean sameRequest(Message one, Message other) {
        return one.head().cseq() == other.head().cseq()
                && one.head().fromTag().equals(other.head().fromTag());
    }

    /**
     * Nobody sends the next INVITE before the last one is answered (RFC 3261, 14.1): that answer was not captured. What the other
     * side asks for when a change has timed out is a new offer too (14.1, 17.1.1.2).
     */
    private static boolean followsUnanswered(Message open, Message next, OfferAnswer follower) {
        boolean settled = follower.state() == State.NONE || follower.state() == State.AGREED;
        boolean same = next.head().fromTag().equals(open.head().fromTag())
                && next.head().cseq() > open.head().cseq();
        boolean timedOut = open.insideDialog()
                && !sameRequest(open, next)
                && Elapsed.between(open, next)
                        .filter(passed -> passed.compareTo(Elapsed.TRANSACTION_TIMEOUT) >= 0)
                        .isPresent();
        return !settled && (same || timedOut);
    }

    private void follow(Message message, OfferAnswer follower, Case examined) {
        blind |= Whole.cut(message, examined.circumstances());
        State before = follower.state();
        Optional<Sdp> sdp = examined.sdp(message);
        boolean reliable = sdp.isPresent()
                && message.provisional()
                && message.header("RSeq", "").isPresent();
        var head = message.head();
        follower.message(head.method(), head.status(), byCaller(message) ? Side.CALLER : Side.CALLEE, reliable, sdp);
        State after = follower.state();
        boolean open = before == State.OFFERED || before == State.EARLY;
        if (after == State.OFFERED && !open) {
            follower.offer().ifPresent(offer -> rounds.add(new Round(follower.offerer(), message, offer)));
        } else if (open && !rounds.isEmpty()) {
            answer(message, sdp, rounds.getLast(), examined);
        } else if (before == State.OFFER_AWAITED && message.success() && Whole.bodiless(message, examined)) {
            offerless = message;
        }
    }

    private boolean byCaller(Message message) {
        return message.head().fromTag().equals(dialog.callerTag())
                == message.head().request();
    }

    private void answer(Message message, Optional<Sdp> sdp, Round round, Case examined) {
        boolean reply = message.head().method().equals(round.offered.head().method())
                || (message.request("ACK") && !round.offered.head().request());
        if (message.head().status() >= 300) {
            round.refused |= reply;
        } else if (sdp.isPresent() && byCaller(message) != byCaller(round.offered) && !offers(message)) {
            round.answered = message;
            round.answer = sdp.get();
        } else if (reply && (message.success() || message.request("ACK")) && Whole.bodiless(message, examined)) {
            round.bare = message;
        }
    }

    /** Where both sides change the call at once, the offer of the other one is no answer (RFC 3261, 14.2). */
    private static boolean offers(Message message) {
        return message.request("INVITE") || message.request("UPDATE");
    }

    public Dialog dialog() {
        return dialog;
    }

    /** In order; none if the capture has cut a message, for nobody knows what stood in it. */
    public List<Round> rounds() {
        return blind ? List.of() : Collections.unmodifiableList(rounds);
    }

    /** The rounds that came to an answer. */
    public List<Round> agreed() {
        if (agreed == null) {
            List<Round> answered = new ArrayList<>(1);
            for (Round round : rounds()) {
                if (round.answer != null && !round.refused) {
                    answered.add(round);
                }
            }
            agreed = Collections.unmodifiableList(answered);
        }
        return agreed;
    }

    /** Whether the media may have been changed after a round, by a request of which only the response was captured. */
    public boolean changedUnseen(Round round) {
        return dialog.transactions().stream()
                .filter(transaction -> transaction.method().equals("INVITE")
                        || transaction.method().equals("UPDATE"))
                .anyMatch(transaction -> transaction.request().isEmpty()
                        && Elapsed.between(round.offered, transaction.first()).isPresent());
    }

    /** The 2xx that should have brought an offer, for the INVITE had none, and did not. */
    public Optional<Message> offerless() {
        return blind ? Optional.empty() : Optional.ofNullable(offerless);
    }

    /** Whether somebody picked up; a dialog that began before the capture was. */
    public boolean talked() {
        if (dialog.answer().isPresent()) {
            return true;
        }
        return dialog.transactions().stream()
                .flatMap(transaction -> transaction.request().stream())
                .noneMatch(request -> request.request("INVITE") && !request.insideDialog());
    }
}
