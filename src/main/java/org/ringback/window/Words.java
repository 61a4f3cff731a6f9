package org.ringback.window;

import java.util.List;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Entry;
import org.ringback.handbook.Reference;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.TextKey;
import org.ringback.report.Answers;
import org.ringback.report.ReportText;

/** What the pages of both sections say alike. */
final class Words {

    private final Answers answers;

    Words(Answers answers) {
        this.answers = answers;
    }

    String get(TextKey key, String... values) {
        return answers.texts().get(key, values);
    }

    List<Prose.Fact> facts(ResponseCode code) {
        return java.util.stream.Stream.of(Aspect.values())
                .map(aspect -> new Prose.Fact(get(aspect), answers.facets().value(aspect, code)))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    Prose.Link link(Reference reference, String title) {
        String rfc = "RFC " + reference.rfc();
        String words = reference.section() == null
                ? get(ReportText.REFERENCE, rfc, title)
                : get(ReportText.REFERENCE_SECTION, rfc, reference.section(), title);
        return new Prose.Link(words, reference.url());
    }

    static String named(Entry entry) {
        return entry.code().digits() + " " + entry.code().phrase();
    }
}
