using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Records;

/// <summary>
/// 封存: one link of a chain over the rows of the ledger. Whoever has written down the number and the digest of a seal can prove later that no row
/// which it or an earlier one covers was altered, removed or slipped in. Never changed or deleted.
/// </summary>
public sealed class LedgerSeal
{
    /// <summary>The most rows that one seal covers.</summary>
    public const int MostRows = 2000;

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime SealedAt { get; init; }

    /// <summary>Digest of the seal before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>How many rows it covers, at least one.</summary>
    public required int Rows { get; init; }

    /// <summary>SHA-256 over its rows (see <see cref="DigestOf"/>), lower-case hex.</summary>
    public required string RowsDigest { get; init; }

    /// <summary>SHA-256 over all other fields (see <see cref="HashContent"/>), lower-case hex.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The next link of the chain.</summary>
    /// <param name="last">The newest seal; null before the first.</param>
    /// <param name="rows">What it covers, in any order; from one row to <see cref="MostRows"/>.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no rows, or too many.</exception>
    public static LedgerSeal After(LedgerSeal? last, IReadOnlyCollection<LedgerRow> rows, DateTime now)
    {
        if (rows.Count is 0 or > MostRows)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows.Count, $"A seal covers from one row to {MostRows}.");
        }

        var seal = new LedgerSeal
        {
            Number = (last?.Number ?? 0) + 1,
            SealedAt = now,
            Previous = last?.Digest ?? "",
            Rows = rows.Count,
            RowsDigest = DigestOf(rows),
        };
        seal.Digest = seal.HashContent();
        return seal;
    }

    /// <summary>Over one line for each row – kind, id, hash – in the order of ids, so that it does not matter in which order rows are read.</summary>
    public static string DigestOf(IEnumerable<LedgerRow> rows) => Hash(rows
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Id:N} {(int)row.Kind} {row.Hash}")).Order(StringComparer.Ordinal));

    /// <summary>The hash that <see cref="Digest"/> must equal: over the fields in the order below, joined by line feeds.</summary>
    public string HashContent() => Hash(
    [
        "seal/1", Number.ToString(CultureInfo.InvariantCulture), (SealedAt.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        Previous, Rows.ToString(CultureInfo.InvariantCulture), RowsDigest,
    ]);

    private static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
