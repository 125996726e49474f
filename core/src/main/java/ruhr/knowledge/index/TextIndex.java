package ruhr.knowledge.index;

import java.util.Collection;
import java.util.function.IntFunction;

final class TextIndex {
    static final class Builder {
        int n;

        void add(Collection<String> a, Collection<String> b) {
            n++;
        }

        TextIndex build(IntFunction<? extends Collection<String>> f) {
            return new TextIndex(n);
        }
    }

    final int n;

    TextIndex(int n) {
        this.n = n;
    }

    int rows() {
        return n;
    }

    long bytes() {
        return 0;
    }

    boolean match(String w, boolean o, long[][] t) {
        return false;
    }
}
