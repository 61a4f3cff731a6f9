package org.ringback.window.ladder;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import org.ringback.handbook.CodeClass;
import org.ringback.ladder.Line;
import org.ringback.ladder.NetworkMark;
import org.ringback.ladder.Row;
import org.ringback.window.kit.CodeStyle;

/** What colors an arrow: the class of its code, that it is a request, or that it is no message. */
final class ArrowKind {

    private static final PseudoClass NETWORK = PseudoClass.getPseudoClass("network");
    private static final PseudoClass REQUEST = PseudoClass.getPseudoClass("request");
    private static final Map<CodeClass, PseudoClass> KINDS = Arrays.stream(CodeClass.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), each -> PseudoClass.getPseudoClass(CodeStyle.of(each))));

    private ArrowKind() {}

    static PseudoClass of(Line line) {
        return switch (line) {
            case NetworkMark _ -> NETWORK;
            case Row row -> of(row.message().head().status());
        };
    }

    private static PseudoClass of(int status) {
        return status == 0 ? REQUEST : KINDS.get(status < 100 ? CodeClass.LOCAL : CodeClass.of(status));
    }
}
