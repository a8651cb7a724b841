using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Practice;

/// <summary>Questions of banks as they stand today, for a person who was asked them on a paper. Three statements, however many questions.</summary>
public sealed class BankPractice(Db db, QuestionShelf questionShelf, ILatestKeys latest, StandardShelf standards, DayClock clock)
{
    /// <summary>The version that is published last, graded by the key that was corrected last, and whether it can be practised. Ids that no bank knows are left out.</summary>
    public async Task<IReadOnlyList<(QuestionVersion Question, PracticeGap Gap)>> OfAsync(Guid personId, IReadOnlyCollection<string> questionIds, CancellationToken cancel)
    {
        if (questionIds.Count is 0)
        {
            return [];
        }

        var rows = await RowsAsync(personId, questionIds, cancel);
        var published = await questionShelf.QuestionsAsync([.. rows.Select(row => row.Hash)], cancel);
        var current = await latest.OverAsync(
            rows.Where(row => published.ContainsKey(row.Hash)).ToDictionary(row => row.Hash, row => new QuestionVersion(published[row.Hash].Prompt, published[row.Hash].Key, row.Use, row.Difficulty), StringComparer.Ordinal),
            cancel);
        var history = await standards.HistoryAsync(cancel);
        return
        [
            .. rows.Where(row => current.ContainsKey(row.Hash)).Select(row => (Question: current[row.Hash], Gap: GapOf(row, current[row.Hash], history)))
                .OrderBy(one => one.Question.Prompt.Id, StringComparer.Ordinal),
        ];
    }

    private PracticeGap GapOf(Row row, QuestionVersion question, EditionHistory history) =>
        row.IsRetired ? PracticeGap.Retired
        : !row.IsWithinReach ? PracticeGap.OutOfReach
        : !BasisRule.MayBeDrawn(BasisRule.StandingOf(question.Key, history, clock.Today), isReviewed: false) ? PracticeGap.BasisChanged
        : PracticeGap.None;

    private Task<List<Row>> RowsAsync(Guid personId, IReadOnlyCollection<string> questionIds, CancellationToken cancel)
    {
        var today = clock.Today;
        var posts = db.Memberships.On(today).Where(membership => membership.PersonId == personId);
        var above =
            from post in posts
            join path in db.OrganizationPaths on post.OrganizationId equals path.DescendantId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.AncestorId;
        return (
            from question in db.BankQuestions.AsNoTracking()
            where questionIds.Contains(question.QuestionId) && question.PublishedHash != null
            // What a unit keeps to itself is for its own people.
            let isOpen = !db.BankFolders.Any(folder => folder.Id == question.FolderId && folder.IsPrivate)
            select new Row
            {
                Hash = question.PublishedHash!,
                Use = question.Use,
                Difficulty = question.Difficulty,
                IsRetired = question.Status == BankStatus.Retired,
                IsWithinReach = posts.Any(post => post.OrganizationId == question.OwnerId) || (isOpen && above.Contains(question.OwnerId)),
            }).ToListAsync(cancel);
    }

    private sealed class Row
    {
        public required string Hash { get; init; }
        public required QuestionUse Use { get; init; }
        public required int Difficulty { get; init; }
        public required bool IsRetired { get; init; }
        public required bool IsWithinReach { get; init; }
    }
}
