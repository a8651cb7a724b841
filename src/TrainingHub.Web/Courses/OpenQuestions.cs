using TrainingHub.Account;
using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>Tells the question bank what it keeps from the current person for now. A bank's question may stand in a course too, under the same id.</summary>
public sealed class OpenQuestions(WithheldQuestions withheld, CurrentPerson current) : IOpenQuestions
{
    public Task<IReadOnlyCollection<string>> IdsAsync(CancellationToken cancel) => IdsOfAsync(current.Id, cancel);

    public async Task<IReadOnlyCollection<string>> IdsOfAsync(Guid personId, CancellationToken cancel) =>
        (await withheld.RunAsync(personId, cancel)).Select(name => name.QuestionId).Distinct(StringComparer.Ordinal).ToList();
}
