using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>
/// The keys by which a quiz is graded now: those of the versions that were shown, or what regrades put in their place. What another process
/// corrected is known here after a few seconds; whoever was graded meanwhile is found by the last look of the regrade.
/// </summary>
public sealed class CorrectedQuestions(IServiceScopeFactory scopes)
{
    private const long FreshMilliseconds = 5_000;
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The same question versions, graded as this quiz grades them.</summary>
    public async ValueTask<IReadOnlyDictionary<string, QuestionVersion>> InAsync(
        string slug, IReadOnlyDictionary<string, QuestionVersion> questions, CancellationToken cancel) =>
        Over(questions, (await KeptAsync(slug, cancel)).Corrections);

    /// <summary>Whether a key of this quiz was ever corrected, be it taken back since.</summary>
    public async ValueTask<bool> WasCorrectedAsync(string slug, CancellationToken cancel) => (await KeptAsync(slug, cancel)).WasCorrected;

    /// <summary>Forgets what it knows of a quiz whose keys have just been corrected.</summary>
    public void Forget(string slug) => _kept.TryRemove(slug, out _);

    /// <summary>What holds in a quiz, by question version, as the database has it.</summary>
    internal static async Task<IReadOnlyDictionary<string, CorrectedKey>> ReadAsync(Db db, string slug, CancellationToken cancel) =>
        Newest(await RowsAsync(db, slug, cancel));

    private static Task<List<KeyCorrection>> RowsAsync(Db db, string slug, CancellationToken cancel) =>
        db.KeyCorrections.AsNoTracking().Where(correction => correction.QuizSlug == slug).ToListAsync(cancel);

    private static Dictionary<string, CorrectedKey> Newest(List<KeyCorrection> rows) =>
        rows.GroupBy(row => row.QuestionHash, StringComparer.Ordinal)
            .Select(versions => (Hash: versions.Key, Correction: CorrectionJson.Read(versions.MaxBy(row => row.Number)?.Correction)))
            .Where(pair => pair.Correction is not null)
            .ToDictionary(pair => pair.Hash, pair => pair.Correction ?? new CorrectedKey(), StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, QuestionVersion> Over(
        IReadOnlyDictionary<string, QuestionVersion> questions, IReadOnlyDictionary<string, CorrectedKey> corrections) =>
        corrections.Count == 0
            ? questions
            : questions.ToDictionary(
                pair => pair.Key,
                pair => corrections.TryGetValue(pair.Key, out var correction) ? pair.Value.CorrectedBy(correction) : pair.Value,
                StringComparer.Ordinal);

    private async ValueTask<Kept> KeptAsync(string slug, CancellationToken cancel)
    {
        if (_kept.TryGetValue(slug, out var kept) && Environment.TickCount64 - kept.At < FreshMilliseconds)
        {
            return kept;
        }

        var at = Environment.TickCount64;
        await using var scope = scopes.CreateAsyncScope();
        var rows = await RowsAsync(scope.ServiceProvider.GetRequiredService<Db>(), slug, cancel);
        return _kept[slug] = new Kept(Newest(rows), rows.Count > 0, at);
    }

    private sealed record Kept(IReadOnlyDictionary<string, CorrectedKey> Corrections, bool WasCorrected, long At);
}
