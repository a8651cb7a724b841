using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrainingHub.Bench;

/// <summary>A feed of a contest as a browser keeps it open: one connection that tells what it reads, as soon as it is read.</summary>
internal sealed class ContestFeedWire(Uri address, string path, string cookies, Action<string, int> heard) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Reads until the connection ends.</summary>
    public async Task RunAsync()
    {
        await _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        await using var stream = new NetworkStream(_socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\nCookie: {cookies}\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 4096);
        try
        {
            // Sizes of chunks and blank lines stand between: they begin otherwise.
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data: {", StringComparison.Ordinal) && After(line, "\"phase\":\"") is { } phase && After(line, "\"item\":") is { } item)
                {
                    heard(phase[..phase.IndexOf('"', StringComparison.Ordinal)], int.Parse(item[..item.IndexOfAny([',', '}'])], CultureInfo.InvariantCulture));
                }
            }
        }
        catch (IOException)
        {
            // It was cut.
        }
    }

    public void Dispose() => _socket.Dispose();

    private static string? After(string line, string word) => line.IndexOf(word, StringComparison.Ordinal) is var at and >= 0 ? line[(at + word.Length)..] : null;
}
