package org.ringback.page;

import org.ringback.diagnosis.finding.Weight;
import org.ringback.handbook.CodeClass;

/** A word or two that stand apart, because they say something about all that follows. */
public sealed interface Badge {

    String text();

    /** Of which class a code is. */
    record Classed(String text, CodeClass codeClass) implements Badge {}

    /** What is out of order with it. */
    record Warning(String text) implements Badge {}

    /** That this stands in English, because the language lacks it. */
    record Fallback(String text) implements Badge {}

    /** How bad a finding is. */
    record Weighed(String text, Weight weight) implements Badge {}

    /** What else there is to know, for example how sure a finding is. */
    record Remark(String text) implements Badge {}
}
