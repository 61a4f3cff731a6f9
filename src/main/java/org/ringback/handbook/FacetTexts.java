package org.ringback.handbook;

import java.util.ArrayList;
import java.util.List;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;

/**
 * Says the facts of a code in one language: in short for a table, and as whole sentences for a comparison. Lists follow
 * a colon, so that no grammar of any language has to bend the words in them.
 */
public final class FacetTexts {

    private static final String TO_TAG = "To tag";

    private final Texts texts;

    public FacetTexts(Texts texts) {
        this.texts = texts;
    }

    /** The short value for a table; empty where the aspect has nothing to say about this code. */
    public String value(Aspect aspect, ResponseCode code) {
        if (!aspect.concerns(code)) {
            return "";
        }
        return switch (aspect) {
            case CLASS -> texts.get(FacetText.CLASS_VALUE, code.codeClass().digits(), texts.get(code.codeClass()));
            case STANDING -> standing(code);
            case FINALITY -> texts.get(code.finality());
            case SENDERS -> join(code.senders());
            case RETRY -> texts.get(code.retry());
            case SCOPE -> texts.get(code.scope());
            case METHODS -> methods(code.methods());
            case REQUEST_HEADERS -> requestHeaders(code);
            case HEADERS -> headers(code);
            case BODY -> body(code);
            case DIALOG -> texts.get(code.dialogEffect());
            case FORKS -> texts.get(code.forkEffect());
            case LOCAL_ORIGIN -> texts.get(code.localOrigin());
            case TO_Q850 -> toCause(code);
            case FROM_Q850 -> fromCauses(code);
        };
    }

    /** The short value of an aspect in which two codes agree: the products that send a code are its own. */
    public String shared(Aspect aspect, ResponseCode code) {
        return aspect == Aspect.STANDING ? texts.get(code.standing()) : value(aspect, code);
    }

    /** A whole sentence that names the code and stands alone; every aspect has one for every code. */
    public String sentence(Aspect aspect, ResponseCode code) {
        return switch (aspect) {
            case CLASS -> sentence(code.codeClass(), code);
            case STANDING -> sentence(code.standing(), code);
            case FINALITY -> sentence(code.finality(), code);
            case RETRY -> sentence(code.retry(), code);
            case SCOPE -> sentence(code.scope(), code);
            case DIALOG -> sentence(code.dialogEffect(), code);
            case FORKS -> sentence(code.forkEffect(), code);
            case LOCAL_ORIGIN -> sentence(code.localOrigin(), code);
            case SENDERS, METHODS, REQUEST_HEADERS, HEADERS, BODY, TO_Q850, FROM_Q850 -> listed(aspect, code);
        };
    }

    private String sentence(Facet facet, ResponseCode code) {
        return texts.get(FacetSentence.of(facet, code), code.digits());
    }

    private String listed(Aspect aspect, ResponseCode code) {
        String value = value(aspect, code);
        return value.isEmpty()
                ? texts.get(aspect.with("none"), code.digits())
                : texts.get(aspect.with("sentence"), code.digits(), value);
    }

    private String standing(ResponseCode code) {
        return code.emitters().isEmpty()
                ? texts.get(code.standing())
                : texts.get(FacetText.STANDING_EMITTERS, texts.get(code.standing()), texts.commas(code.emitters()));
    }

    private String methods(Methods methods) {
        if (!methods.only().isEmpty()) {
            String only = texts.commas(methods.only());
            return methods.formerly().isEmpty()
                    ? only
                    : texts.get(FacetText.METHODS_FORMERLY, only, texts.commas(methods.formerly()));
        }
        String except = texts.commas(methods.except());
        return methods.mainly().isEmpty()
                ? texts.get(FacetText.METHODS_ANY, except)
                : texts.get(FacetText.METHODS_MAINLY, texts.commas(methods.mainly()), except);
    }

    private String headers(ResponseCode code) {
        var headers =
                new ArrayList<String>(code.headers().stream().map(this::header).toList());
        if (code.tellsCause()) {
            headers.add(texts.get(FacetText.HEADER_CAUSE));
        }
        return texts.listed(headers);
    }

    private String requestHeaders(ResponseCode code) {
        var headers = new ArrayList<String>(code.requestHeaders());
        code.requestLacks().forEach(header -> headers.add(texts.get(FacetText.HEADER_LACKING, header)));
        return texts.commas(headers);
    }

    private String header(HeaderRule rule) {
        var qualities = new ArrayList<String>();
        qualities.add(texts.get(rule.strength()));
        if (rule.when() != null) {
            qualities.add(texts.get(rule.when()));
        }
        if (!rule.methods().isEmpty()) {
            qualities.add(texts.get(FacetText.HEADER_METHODS, texts.commas(rule.methods())));
        }
        return texts.qualified(
                headerName(rule), qualities.stream().reduce(texts::beside).orElse(""));
    }

    /** The tag is no header of its own, so that its name is a word of the language. */
    private String headerName(HeaderRule rule) {
        return rule.name().equals(TO_TAG) ? texts.get(FacetText.TO_TAG) : rule.name();
    }

    private String body(ResponseCode code) {
        return code.body() == null
                ? ""
                : texts.qualified(
                        texts.get(code.body().kind()), texts.get(code.body().strength()));
    }

    private String toCause(ResponseCode code) {
        var to = code.q850().toCause();
        if (to == null) {
            return "";
        }
        if (to.cause() == null) {
            return texts.get(to.note());
        }
        return to.note() == null ? cause(to.cause()) : cause(to.cause(), texts.get(to.note()));
    }

    private String fromCauses(ResponseCode code) {
        var causes = new ArrayList<String>(
                code.q850().fromCauses().stream().map(this::cause).toList());
        if (code.q850().fromAnyOther()) {
            causes.add(texts.get(FacetText.Q850_ANY_OTHER));
        }
        return texts.listed(causes);
    }

    /** A cause of Q.850 with its name, for example {@code 17 user busy}. */
    public String cause(int cause) {
        String number = Integer.toString(cause);
        TextKey name = causeName(number);
        return texts.has(name) ? texts.get(FacetText.Q850_CAUSE, number, texts.get(name)) : number;
    }

    private String cause(int cause, String note) {
        String number = Integer.toString(cause);
        return texts.get(FacetText.Q850_CAUSE_NOTED, number, texts.get(causeName(number)), note);
    }

    /** Whether the cause has a name, that is, whether Ringback knows it. */
    public boolean knowsCause(int cause) {
        return texts.has(causeName(Integer.toString(cause)));
    }

    private static TextKey causeName(String number) {
        return () -> "q850." + number;
    }

    private String join(List<? extends Facet> values) {
        return texts.listed(values.stream().map(value -> texts.get(value)).toList());
    }
}
