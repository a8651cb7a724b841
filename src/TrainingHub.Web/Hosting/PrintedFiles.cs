using System.Security.Cryptography;
using System.Text.Json;
using TrainingHub.Documents;

namespace TrainingHub.Hosting;

/// <summary>
/// Files that many ask for and that cost time to print: as many at once as there are cores, and the last ones are kept, up to 32 MB.
/// </summary>
public sealed class PrintedFiles : IDisposable
{
    private const long MostBytes = 32 * 1024 * 1024;
    private readonly SemaphoreSlim _presses = new(Environment.ProcessorCount);
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Fingerprint, byte[] Bytes)> _kept = [];
    private long _bytes;

    /// <summary>The file of this fingerprint, printed when it is not kept.</summary>
    public async Task<PrintOutcome> GetAsync(string fingerprint, Func<PrintOutcome> print, CancellationToken cancel)
    {
        if (Find(fingerprint) is { } kept)
        {
            return new PrintOutcome.Printed(kept);
        }

        await _presses.WaitAsync(cancel);
        try
        {
            // Somebody else may have printed it while this one waited.
            if (Find(fingerprint) is { } printed)
            {
                return new PrintOutcome.Printed(printed);
            }

            var outcome = print();
            if (outcome is PrintOutcome.Printed { Bytes: var bytes })
            {
                Keep(fingerprint, bytes);
            }

            return outcome;
        }
        finally
        {
            _presses.Release();
        }
    }

    /// <summary>Names a file by what it says and by the build that prints it.</summary>
    public static string FingerprintOf(object facts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { facts, documents = typeof(NoticePrinter).Module.ModuleVersionId, web = typeof(PrintedFiles).Module.ModuleVersionId })).AsSpan(0, 16));

    public void Dispose() => _presses.Dispose();

    private byte[]? Find(string fingerprint)
    {
        lock (_lock)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (string.Equals(node.Value.Fingerprint, fingerprint, StringComparison.Ordinal))
                {
                    _kept.Remove(node);
                    _kept.AddFirst(node);
                    return node.Value.Bytes;
                }
            }

            return null;
        }
    }

    private void Keep(string fingerprint, byte[] bytes)
    {
        lock (_lock)
        {
            _kept.AddFirst((fingerprint, bytes));
            _bytes += bytes.Length;
            while (_bytes > MostBytes && _kept.Last is { } last)
            {
                _bytes -= last.Value.Bytes.Length;
                _kept.RemoveLast();
            }
        }
    }
}
