package org.ringback.window.calls;

import org.ringback.call.CallKind;
import org.ringback.language.NamedKey;

/** What each kind of calls is called, and what belongs to it. */
enum CallKindText implements NamedKey {
    CALL,
    REGISTRATION,
    SUBSCRIPTION,
    OTHER,
    CALL_HELP,
    REGISTRATION_HELP,
    SUBSCRIPTION_HELP,
    OTHER_HELP;

    static CallKindText of(CallKind kind) {
        return valueOf(kind.name());
    }

    static CallKindText help(CallKind kind) {
        return valueOf(kind.name() + "_HELP");
    }

    @Override
    public String group() {
        return "calls.kind";
    }
}
