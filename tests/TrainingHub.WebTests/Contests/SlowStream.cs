using System.Diagnostics;
using System.Net.Sockets;

namespace TrainingHub.Tests;

/// <summary>A connection over a poor network: what is sent and what comes is late by as much as <paramref name="delay"/> says, in milliseconds, until it is cut.</summary>
internal sealed class SlowStream(Socket socket, Func<int> delay, Action<SlowStream> closed) : Stream
{
    /// <summary>What comes so soon after something else came with it.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(20);

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private long _lastRead;
    private volatile bool _isCut;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>As when the phone leaves the hall: what is under way in either direction does not arrive.</summary>
    public void Cut()
    {
        _isCut = true;
        _stream.Dispose();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await GuardAsync(() => _stream.ReadAsync(buffer, cancellationToken));
        if (read > 0 && Stopwatch.GetElapsedTime(_lastRead) > Burst)
        {
            await Task.Delay(delay(), cancellationToken);
        }

        _lastRead = Stopwatch.GetTimestamp();
        return _isCut ? throw new IOException("The connection was cut.") : read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(delay(), cancellationToken);
        await GuardAsync(async () =>
        {
            await _stream.WriteAsync(buffer, cancellationToken);
            return 0;
        });
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
            closed(this);
        }

        base.Dispose(disposing);
    }

    private static async ValueTask<int> GuardAsync(Func<ValueTask<int>> act)
    {
        try
        {
            return await act();
        }
        catch (ObjectDisposedException exception)
        {
            throw new IOException("The connection was cut.", exception);
        }
    }
}
