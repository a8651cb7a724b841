using TrainingHub.Storage;

namespace TrainingHub.Questions;

internal static class QuestionsFiltering
{
    extension(IQueryable<BankQuestion> questions)
    {
        /// <summary>Those that the filter asks for. Only what is asked becomes part of the statement, so that the databases can use their indexes.</summary>
        public IQueryable<BankQuestion> That(QuestionsFilter filter, Db db)
        {
            var found = questions.WithMarks(filter, db);
            foreach (var word in filter.Words)
            {
                found = found.Where(question => question.SearchText.Contains(word));
            }

            return found;
        }

        /// <summary>Those that the filter asks for, whatever words it asks for.</summary>
        public IQueryable<BankQuestion> WithMarks(QuestionsFilter filter, Db db)
        {
            var found = filter.Owner is { } owner ? questions.Where(question => question.OwnerId == owner) : questions;
            found = filter.Folder is { } folder ? found.Where(question => question.FolderId == folder) : found;
            found = filter.Kind is { } kind ? found.Where(question => question.Kind == kind) : found;
            found = filter.Status is { } status ? found.Where(question => question.Status == status) : found;
            found = filter.Use is { } use ? found.Where(question => question.Use == use) : found;
            found = filter.Difficulty is { } difficulty ? found.Where(question => question.Difficulty == difficulty) : found;
            if (filter is not { Standard: null, Edition: null, Clause: null })
            {
                var resting = RestingOn(filter, db);
                found = found.Where(question => resting.Contains(question.Id));
            }

            found = filter.Tag is { } tag ? found.Where(question => db.BankTags.Where(row => row.Name == tag).Select(row => row.BankQuestionId).Contains(question.Id)) : found;
            found = filter.Point is { } point
                ? found.Where(question => db.BankTags.Where(row => row.Name == point && row.Kind == BankTagKind.Point).Select(row => row.BankQuestionId).Contains(question.Id))
                : found;
            return filter.Attention ? found.Where(question => question.Attention != BankAttention.None) : found;
        }
    }

    // One clause has to be all that is asked for, whether it was named first or further on.
    private static IQueryable<Guid> RestingOn(QuestionsFilter filter, Db db)
    {
        var (first, more) = (db.BankQuestions.AsQueryable(), db.BankClauses.AsQueryable());
        if (filter.Standard is { } standard)
        {
            (first, more) = (first.Where(question => question.StandardSlug == standard), more.Where(row => row.StandardSlug == standard));
        }

        if (filter.Edition is { } edition)
        {
            (first, more) = (first.Where(question => question.Edition == edition), more.Where(row => row.Edition == edition));
        }

        if (filter.Clause is { } clause)
        {
            (first, more) = (first.Where(question => question.ClauseNumber == clause), more.Where(row => row.ClauseNumber == clause));
        }

        return first.Select(question => question.Id).Concat(more.Select(row => row.BankQuestionId));
    }
}
