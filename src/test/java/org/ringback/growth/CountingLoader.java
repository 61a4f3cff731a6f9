package org.ringback.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Loads Ringback's classes once more, so that they count what they do: each method that begins, each round of a loop, each
 * element that a list goes through for them, each look of a pattern at a character. That is the same on every machine,
 * however fast it is and whatever else it does.
 */
final class CountingLoader extends ClassLoader {

    private static final String OWN = "org.ringback.";
    private static final ClassDesc STEPS = ClassDesc.of(Steps.class.getName());
    private static final MethodTypeDesc OF_OBJECT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
    private static final ClassDesc TEXT = ClassDesc.of("java.lang.CharSequence");
    private static final Set<String> SEARCHES = Set.of("indexOf", "lastIndexOf", "contains", "remove", "addFirst");
    private static final Set<String> COPIES = Set.of("copyOf", "addAll", "containsAll", "removeAll");
    private static final Set<String> PATTERNS = Set.of("replaceAll", "replaceFirst", "matches");

    private final ClassFile classes;

    CountingLoader() {
        super(CountingLoader.class.getClassLoader());
        classes = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(getParent())
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : name.startsWith(OWN) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] counting = name.startsWith(Steps.class.getName()) ? bytes : counting(bytes);
            return defineClass(name, counting, 0, counting.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said stands in a folder, which a class that is in no module may read. */
    @Override
    public URL getResource(String name) {
        Path file = Path.of("resources", name);
        try {
            return Files.exists(file) ? file.toUri().toURL() : super.getResource(name);
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] counting(byte[] bytes) {
        return classes.transformClass(
                classes.parse(bytes), ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Counting::new)));
    }

    /** Counts in the code of one method. */
    private static final class Counting implements CodeTransform {

        private final Set<Label> behind = new HashSet<>();

        @Override
        public void atStart(CodeBuilder code) {
            step(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LabelTarget target -> behind.add(target.label());
                case BranchInstruction branch when behind.contains(branch.target()) -> step(code);
                case InvokeInstruction call -> {
                    if (replaced(code, call)) {
                        return;
                    }
                }
                default -> {}
            }
            code.with(element);
        }

        private static void step(CodeBuilder code) {
            code.invokestatic(STEPS, "step", ConstantDescs.MTD_void);
        }

        /** Whether a call of the program stands in the place of one of Java's. */
        private static boolean replaced(CodeBuilder code, InvokeInstruction call) {
            String owner = call.owner().asInternalName();
            String name = call.name().stringValue();
            MethodTypeDesc type = call.typeSymbol();
            boolean one = type.parameterCount() == 1;
            if (owner.startsWith("java/util/regex/Pattern") && name.equals("matcher")) {
                code.invokestatic(STEPS, "watched", MethodTypeDesc.of(TEXT, TEXT));
            } else if (owner.equals("java/lang/String") && PATTERNS.contains(name)) {
                code.invokestatic(STEPS, name, type.insertParameterTypes(0, ConstantDescs.CD_String));
                return true;
            } else if (owner.startsWith("java/util/") && one && COPIES.contains(name)) {
                code.dup().invokestatic(STEPS, "copied", OF_OBJECT);
            } else if (owner.startsWith("java/util/")
                    && one
                    && SEARCHES.contains(name)
                    && type.parameterType(0).equals(ConstantDescs.CD_Object)) {
                code.dup2().pop().invokestatic(STEPS, "through", OF_OBJECT);
            }
            return false;
        }
    }
}
