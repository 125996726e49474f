package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.source.ReadFailure.Reason;

/**
 * The body of an answer as a stream that ends at a deadline, however the bytes trickle: the JDK's own streams wait for the next
 * byte as long as it takes. Nothing is fetched before it is read. For one reader.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {

    private static final List<ByteBuffer> END = List.of();

    private final String name;
    private final long deadline;
    private final Limits limits;
    private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> current = new ArrayDeque<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private volatile @Nullable Throwable failure;
    private long length;
    private boolean ended;

    BodyStream(String name, long deadline, Limits limits) {
        this.name = name;
        this.deadline = deadline;
        this.limits = limits;
    }

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription.complete(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (!buffers.isEmpty()) {
            arrived.add(buffers);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        arrived.add(END);
    }

    @Override
    public void onComplete() {
        arrived.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        while (current.isEmpty()) {
            if (ended || !fetch()) {
                return -1;
            }
        }
        ByteBuffer buffer = Objects.requireNonNull(current.peek());
        int count = Math.min(most, buffer.remaining());
        buffer.get(to, offset, count);
        if (!buffer.hasRemaining()) {
            current.remove();
        }
        length += count;
        if (length > limits.documentBytes()) {
            throw new ReadFailure(
                    Reason.TOO_LARGE,
                    "Source '" + name + "': expected at most " + limits.documentBytes()
                            + " bytes over the wire, found more. The document is refused.");
        }
        return count;
    }

    /** Waits for more; gives false at the end. */
    private boolean fetch() throws IOException {
        try {
            if (arrived.isEmpty()) {
                subscription.get(remaining(), TimeUnit.NANOSECONDS).request(1);
            }
            List<ByteBuffer> next = arrived.poll(remaining(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw BoundedInput.late(name, limits.time());
            }
            if (next == END) {
                ended = true;
                Throwable thrown = failure;
                if (thrown != null) {
                    throw new ReadFailure(
                            Reason.CUT_SHORT,
                            "Source '" + name + "': expected the whole document, found its end after " + length
                                    + " bytes (" + thrown.getMessage() + "). The document is refused.",
                            null,
                            thrown);
                }
                return false;
            }
            next.stream().filter(ByteBuffer::hasRemaining).forEach(current::add);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new ReadFailure(Reason.INTERRUPTED, "Source '" + name + "': reading was interrupted.", null, closing);
        } catch (ExecutionException | TimeoutException late) {
            throw BoundedInput.late(name, limits.time());
        }
    }

    private long remaining() throws ReadFailure {
        long nanos = deadline - System.nanoTime();
        if (nanos <= 0) {
            throw BoundedInput.late(name, limits.time());
        }
        return nanos;
    }

    /** Returns how many bytes have come over the wire. */
    long length() {
        return length;
    }

    /** Hangs up, unless the end has been reached. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            subscription.thenAccept(Subscription::cancel);
        }
    }
}
