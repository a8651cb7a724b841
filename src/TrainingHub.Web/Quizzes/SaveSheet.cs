namespace TrainingHub.Quizzes;

/// <summary>Saves what was changed on a form without script, each item on its own.</summary>
public sealed class SaveSheet(PaperCards cards, SaveAnswer save)
{
    /// <summary>What could not be saved; null when the person has no such attempt.</summary>
    public async Task<SheetOutcome?> RunAsync(Guid personId, string slug, int number, SheetInput sheet, string device, CancellationToken cancel)
    {
        if (await cards.FindAsync(personId, slug, number, cancel) is not { } card)
        {
            return null;
        }

        // All at once: they share a transaction instead of queueing for one each.
        var changed = sheet.Answers.Where(answer => card.Items.ContainsKey(answer.Item) && !string.Equals(answer.Chosen, answer.Shown, StringComparison.Ordinal)).ToList();
        var outcomes = await Task.WhenAll(changed.Select(answer =>
            save.RunAsync(personId, slug, number, answer.Item, answer.Version + 1, answer.Chosen, device, cancel)));
        var pairs = changed.Zip(outcomes).ToList();
        return new SheetOutcome(
            pairs.Where(pair => pair.Second is SaveOutcome.Outdated).ToDictionary(pair => pair.First.Item, pair => pair.First.Chosen),
            pairs.Where(pair => pair.Second is null).ToDictionary(pair => pair.First.Item, pair => pair.First.Chosen))
        {
            IsTakenOver = pairs.Exists(pair => pair.Second is SaveOutcome.TakenOver),
        };
    }
}
