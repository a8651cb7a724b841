using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Records;

/// <summary><c>TrainingHub.Web ledger verify [--seal NUMBER=DIGEST]…</c>: proves the ledger against its seals, without starting the application.</summary>
internal static class VerifyLedgerCommand
{
    private const int ShortestDigest = 8;

    /// <summary>The seals that were written down, from the command line; null when one of them cannot be read.</summary>
    /// <param name="arguments">What stands behind the verb; the options of seals are taken out.</param>
    public static (IReadOnlyDictionary<int, string>? Anchors, string[] Settings) Read(string[] arguments)
    {
        var (anchors, rest) = (new Dictionary<int, string>(), new List<string>());
        for (var place = 0; place < arguments.Length; place++)
        {
            if (arguments[place] is not "--seal")
            {
                rest.Add(arguments[place]);
                continue;
            }

            place++;
            if (place == arguments.Length || arguments[place].Split('=') is not [var number, { Length: >= ShortestDigest } digest]
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seal))
            {
                return (null, []);
            }

            anchors[seal] = digest;
        }

        return (anchors, [.. rest]);
    }

    /// <returns>0 when everything agrees, 1 when something differs, 2 when a seal on the command line cannot be read.</returns>
    public static async Task<int> RunAsync(WebApplication app, IReadOnlyDictionary<int, string>? anchors)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (verify, text) = (scope.ServiceProvider.GetRequiredService<VerifyLedger>(), scope.ServiceProvider.GetRequiredService<IStringLocalizer<RecordsText>>());
        if (anchors is null)
        {
            Console.Error.WriteLine(text["Verify_Usage"]);
            return 2;
        }

        var faults = 0;
        await foreach (var fault in verify.RunAsync(anchors, CancellationToken.None))
        {
            faults++;
            Console.Error.WriteLine(Words(text, fault));
        }

        Console.WriteLine(text["Verify_Done", verify.Seals, verify.Rows, verify.Waiting, faults]);
        if (verify.Last is { } last)
        {
            Console.WriteLine(text["Verify_Last", last.Number, last.Digest]);
        }

        return faults == 0 ? 0 : 1;
    }

    private static string Words(IStringLocalizer<RecordsText> text, LedgerFault fault) => fault switch
    {
        LedgerFault.SealAltered it => text["Verify_SealAltered", it.Number],
        LedgerFault.ChainBroken it => text["Verify_ChainBroken", it.Number],
        LedgerFault.RowsDiffer it => text["Verify_RowsDiffer", it.Number],
        LedgerFault.RowMissing it => text["Verify_RowMissing", it.Number, text[$"Verify_Kind_{it.Kind}"], it.Id],
        LedgerFault.RecordAltered it => text["Verify_RecordAltered", it.Id],
        LedgerFault.NamesDiffer it => text["Verify_NamesDiffer", it.Id],
        LedgerFault.NotSealed it => text["Verify_NotSealed", it.Rows],
        LedgerFault.AnchorDiffers it => text["Verify_AnchorDiffers", it.Number],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
