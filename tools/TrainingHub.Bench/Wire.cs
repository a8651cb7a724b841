using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrainingHub.Bench;

/// <summary>
/// One connection of a browser, kept open, that sends a request and waits for its answer. As little work as possible: the driver shares
/// the cores with what it measures.
/// </summary>
internal sealed class Wire(Uri address) : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Socket _socket = Open(address);
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    /// <param name="Status">200, 302 …</param>
    /// <param name="Location">Where a redirect leads.</param>
    /// <param name="Cookies">Lines of Set-Cookie.</param>
    /// <param name="Body">The text.</param>
    public sealed record Answer(int Status, string? Location, IReadOnlyList<string> Cookies, string Body);

    /// <exception cref="UnexpectedAnswerException">The connection broke.</exception>
    public Answer Send(string method, string path, string cookies, string? token = null, string? kind = null, string body = "")
    {
        var head = $"{method} {path} HTTP/1.1\r\nHost: {address.Authority}\r\nUser-Agent: Mozilla/5.0 (bench)\r\nAccept: text/html,application/json;q=0.9,*/*;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: zh-Hans\r\nCookie: {cookies}\r\n"
            + (token is null ? "" : $"X-Csrf-Token: {token}\r\n")
            + (kind is null ? "\r\n" : $"Content-Type: {kind}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");
        try
        {
            _socket.Send(Encoding.UTF8.GetBytes(head));
            return Receive();
        }
        catch (SocketException exception)
        {
            throw new UnexpectedAnswerException($"{method} {path}: {exception.Message}");
        }
    }

    public void Dispose() => _socket.Dispose();

    private static Socket Open(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
        socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
        return socket;
    }

    private Answer Receive()
    {
        _filled = 0;
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf(EndOfHead)) < 0)
        {
            Fill();
        }

        var status = int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var (length, isChunked, location, cookies) = (0, false, (string?)null, (List<string>)[]);
        foreach (var line in Encoding.ASCII.GetString(_buffer, 0, end).Split("\r\n").Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].ToLowerInvariant())
            {
                case "content-length": length = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "transfer-encoding": isChunked = true; break;
                case "location": location = value; break;
                case "set-cookie": cookies.Add(value); break;
                default: break;
            }
        }

        return new Answer(status, location, cookies, isChunked ? Chunks(end + 4) : Counted(end + 4, length));
    }

    private string Counted(int from, int length)
    {
        while (_filled < from + length)
        {
            Fill();
        }

        return Encoding.UTF8.GetString(_buffer, from, length);
    }

    // The pieces are moved together where they lie.
    private string Chunks(int from)
    {
        var (next, to) = (from, from);
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(next, _filled - next).IndexOf("\r\n"u8)) < 0)
            {
                Fill();
            }

            var size = int.Parse(_buffer.AsSpan(next, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            next += line + 2;
            while (_filled < next + size + 2)
            {
                Fill();
            }

            if (size == 0)
            {
                return Encoding.UTF8.GetString(_buffer, from, to - from);
            }

            Buffer.BlockCopy(_buffer, next, _buffer, to, size);
            to += size;
            next += size + 2;
        }
    }

    private void Fill()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _socket.Receive(_buffer, _filled, _buffer.Length - _filled, SocketFlags.None);
        _filled += read > 0 ? read : throw new UnexpectedAnswerException("the connection was closed");
    }
}
