package org.ringback.sip;

import java.util.Optional;

/**
 * Follows who offered which media in one dialog, and what was agreed (RFC 3264, and RFC 6337 for which messages may carry
 * what). Give it the messages of the dialog in their order, without retransmissions. Not for several threads.
 */
public final class OfferAnswer {

    /** The end that sent a message, by the INVITE that began the dialog. */
    public enum Side {
        CALLER,
        CALLEE;

        Side other() {
            return this == CALLER ? CALLEE : CALLER;
        }
    }

    /** Where the exchange stands. */
    public enum State {
        /** Nothing was offered. */
        NONE,
        /** An INVITE came without an offer: the other end is to make it. */
        OFFER_AWAITED,
        /** An offer waits for its answer. */
        OFFERED,
        /** An answer came in a provisional response that need not arrive; media may flow, the final one must say the same. */
        EARLY,
        /** The last offer is answered. */
        AGREED
    }

    private State state = State.NONE;
    private Side offerer = Side.CALLER;
    private Sdp offer;
    private Sdp early;
    private Sdp caller;
    private Sdp callee;
    private String method = "";

    public State state() {
        return state;
    }

    /** Who made the offer that waits, or the last one that did. */
    public Side offerer() {
        return offerer;
    }

    /** The offer that waits for its answer. */
    public Optional<Sdp> offer() {
        return state == State.OFFERED || state == State.EARLY ? Optional.ofNullable(offer) : Optional.empty();
    }

    /** The media that an end wants to receive, as last agreed; in {@link State#EARLY} as it looks so far. */
    public Optional<Sdp> agreed(Side side) {
        if (state == State.EARLY) {
            return Optional.of(side == offerer ? offer : early);
        }
        return Optional.ofNullable(side == Side.CALLER ? caller : callee);
    }

    /**
     * Takes the next message.
     *
     * @param sender of this message, be it a request or a response
     * @param reliable for a provisional response: whether it will be acknowledged with PRACK (it has an RSeq)
     */
    public void message(SipMessage message, Side sender, boolean reliable) {
        message(message.method(), message.status(), sender, reliable, message.sdp());
    }

    /**
     * Takes the next message by what matters of it, so that one without a body need not be read.
     *
     * @param method of a request, or of the CSeq of a response
     * @param status 0 for a request
     */
    public void message(String method, int status, Side sender, boolean reliable, Optional<Sdp> sdp) {
        if (status == 0) {
            request(method, sender, sdp);
        } else {
            response(method, status, sender, reliable, sdp);
        }
    }

    private void request(String request, Side sender, Optional<Sdp> sdp) {
        switch (request) {
            case "INVITE", "UPDATE", "PRACK" -> {
                if (sdp.isPresent() && answers(sender)) {
                    agree(sdp.get());
                } else if (sdp.isPresent() && settled()) {
                    offer(request, sender, sdp.get());
                } else if (request.equals("INVITE") && settled()) {
                    state = State.OFFER_AWAITED;
                    offerer = sender.other();
                    method = request;
                }
            }
            case "ACK" -> sdp.filter(_ -> answers(sender)).ifPresent(this::agree);
            default -> {
                // Bodies of other requests are no part of it.
            }
        }
    }

    private void response(String request, int status, Side sender, boolean reliable, Optional<Sdp> sdp) {
        boolean mayCarry = request.equals("INVITE") || request.equals("UPDATE") || request.equals("PRACK");
        if (!mayCarry || status < 100) {
            return;
        }
        if (status >= 300) {
            refused(request, sender);
        } else if (sdp.isPresent()) {
            if (answers(sender) && (status >= 200 || reliable)) {
                agree(sdp.get());
            } else if (answers(sender)) {
                early = sdp.get();
                state = State.EARLY;
            } else if (state == State.OFFER_AWAITED && sender == offerer && (status >= 200 || reliable)) {
                offer(request, sender, sdp.get());
            }
        } else if (status >= 200 && state == State.EARLY && request.equals("INVITE")) {
            // Strictly the answer is missing; what was said before is what everybody goes by.
            agree(early);
        }
    }

    private boolean settled() {
        return state == State.NONE || state == State.AGREED;
    }

    private boolean answers(Side sender) {
        return (state == State.OFFERED || state == State.EARLY) && sender != offerer;
    }

    private void offer(String request, Side sender, Sdp sdp) {
        state = State.OFFERED;
        offerer = sender;
        offer = sdp;
        method = request;
    }

    private void agree(Sdp answer) {
        caller = offerer == Side.CALLER ? offer : answer;
        callee = offerer == Side.CALLER ? answer : offer;
        state = State.AGREED;
    }

    /** An offer whose request is refused was never made: what was agreed before stays. */
    private void refused(String request, Side sender) {
        boolean waits = state == State.OFFERED || state == State.OFFER_AWAITED || state == State.EARLY;
        if (waits && request.equals(method) && (sender != offerer || state == State.OFFER_AWAITED)) {
            state = caller == null ? State.NONE : State.AGREED;
        }
    }
}
