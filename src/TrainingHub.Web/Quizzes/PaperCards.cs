using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>
/// The cards of papers that are being answered, in memory: saving an answer then costs the database one write and no read.
/// A card says nothing that can change; whether the attempt is open and in time is asked when writing.
/// </summary>
public sealed class PaperCards(IServiceScopeFactory scopes, QuestionShelf questionShelf) : IDisposable
{
    private readonly MemoryCache _cards = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>The card; null when the person has no such attempt.</summary>
    public async ValueTask<PaperCard?> FindAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        if (_cards.TryGetValue((personId, slug, number), out PaperCard? known))
        {
            return known;
        }

        return await ReadAsync(personId, slug, number, cancel) is { Count: > 0 } items ? await KeepAsync(personId, slug, number, items, cancel) : null;
    }

    /// <summary>Keeps the card of a paper that was just started, so that nobody has to read it.</summary>
    public async ValueTask<PaperCard> KeepAsync(Guid personId, string slug, int number, IReadOnlyList<AttemptItem> items, CancellationToken cancel)
    {
        var prompts = await questionShelf.PromptsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        var card = new PaperCard(items[0].AttemptId, items.ToDictionary(
            item => item.Number, item => new PaperCard.Item(prompts[item.QuestionHash], PaperItem.ParseOptionOrder(item.OptionOrder))))
        {
            Paper = items,
        };
        return _cards.Set((personId, slug, number), card, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) });
    }

    public void Dispose() => _cards.Dispose();

    private async Task<List<AttemptItem>> ReadAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await (
            from attempt in db.Attempts
            where attempt.PersonId == personId && attempt.QuizSlug == slug && attempt.Number == number
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            orderby item.Number
            select item).AsNoTracking().ToListAsync(cancel);
    }
}
