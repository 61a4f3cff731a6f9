package org.ringback.page;

import java.util.List;
import org.ringback.handbook.Entry;
import org.ringback.handbook.Reference;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Texts;
import org.ringback.words.ReportText;

/** How links are named in one language. */
final class PageLinks {

    private final Rfcs rfcs;
    private final Texts texts;

    PageLinks(Rfcs rfcs, Texts texts) {
        this.rfcs = rfcs;
        this.texts = texts;
    }

    Link.Code code(Entry entry) {
        String phrase = entry.definition().phrase();
        return new Link.Code(
                texts.get(ReportText.NAMED, entry.code().title(), phrase),
                entry.number(),
                entry.code().phrase(),
                phrase);
    }

    Block.Links links(List<Reference> references) {
        return new Block.Links(references.stream().map(this::link).toList());
    }

    private Link.Web link(Reference reference) {
        String rfc = "RFC\u00a0" + reference.rfc();
        String title = rfcs.title(reference.rfc());
        String document = texts.get(ReportText.REFERENCE, rfc, title);
        return reference.section() == null
                ? new Link.Web(document, reference.url(), document, texts.get(ReportText.WHOLE_DOCUMENT))
                : new Link.Web(
                        texts.get(ReportText.REFERENCE_SECTION, rfc, reference.section(), title),
                        reference.url(),
                        document,
                        texts.get(ReportText.SECTION, reference.section()));
    }
}
