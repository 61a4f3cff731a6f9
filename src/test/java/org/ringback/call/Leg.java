package org.ringback.call;

/** A leg of a call: how it begins, and what is said back. */
record Leg(Flow flow, String id, String caller, String callee, String from, String to) {

    Leg begins() {
        return begins(0);
    }

    /** After so many seconds. */
    Leg begins(double later) {
        flow.after(later).call(id, caller, callee).from(from).to(to).invite();
        return this;
    }

    /** What its caller is told, after so many seconds. */
    void gets(double later, int status) {
        flow.after(later).call(id, caller, callee).from(to).to(from).responds(status);
    }

    /** Whoever called gives up. */
    void isCanceled(double later) {
        flow.after(later).call(id, caller, callee).from(from).to(to).outside("CANCEL");
        flow.from(to).to(from).responds(487);
    }
}
