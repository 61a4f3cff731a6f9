package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;

/**
 * Looks for one thing in a call. A rule keeps nothing between two calls, never throws for what the bytes of a message are,
 * and is silent where the messages do not prove what it would say.
 */
public interface Rule {

    /** All that it may find. */
    List<Kind> kinds();

    /** Without what it has nothing to say of a call and is not asked. Always the same. */
    default Needs needs() {
        return Needs.NOTHING;
    }

    void examine(Case examined, Consumer<Finding> findings);

    /** Whether it gives way where another rule has said more about the same message. */
    default boolean general() {
        return false;
    }
}
