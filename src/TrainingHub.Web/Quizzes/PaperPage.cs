using TrainingHub.Questions;
using TrainingHub.Questions.Answers;

namespace TrainingHub.Quizzes;

/// <summary>An open paper: prompts, saved answers, time left. No key comes near it.</summary>
public sealed record PaperPage
{
    public required Guid AttemptId { get; init; }
    public required string Slug { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required double SecondsLeft { get; init; }
    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>Whole minutes that were added to this attempt.</summary>
    public required int AddedMinutes { get; init; }

    public int Answered => Items.Count(item => item.Choice.Length > 0);

    public string Path => $"/quizzes/{Slug}/attempts/{Number}";

    /// <summary>The items under the case that neighbours have in common; an item outside a case stands alone.</summary>
    public IReadOnlyList<Group> Groups
    {
        get
        {
            List<Group> groups = [];
            foreach (var item in Items)
            {
                if (item.Case is { } story && groups is [.., { Case: { } before } last] && (before.Id, before.Text) == (story.Id, story.Text))
                {
                    groups[^1] = last with { Items = [.. last.Items, item] };
                }
                else
                {
                    groups.Add(new Group(item.Case, [item]));
                }
            }

            return groups;
        }
    }

    /// <param name="Case">What the questions ask about; null outside a case.</param>
    /// <param name="Items">In the order of the paper.</param>
    public sealed record Group(CaseView? Case, IReadOnlyList<Item> Items);

    /// <param name="Number">From 1.</param>
    /// <param name="Fields">Stem and what is answered, with the newest saved answer.</param>
    /// <param name="Case">The case that it belongs to; null for most.</param>
    /// <param name="Points">Whole points.</param>
    /// <param name="Rule">计分规则.</param>
    /// <param name="Version">Of the newest saved answer; 0 when none was saved.</param>
    /// <param name="SavedAt">10:42:03 in the zone; null when none was saved.</param>
    public sealed record Item(int Number, AnswerFields Fields, CaseView? Case, int Points, ScoreRule Rule, int Version, string? SavedAt)
    {
        public QuestionKind Kind => Fields.Kind;

        /// <summary>The newest saved answer; empty when there is none or it was taken back.</summary>
        public string Choice => Fields.Text;

        /// <summary>Another device's answer was newer than this form's; shown beside the saved one after a form without script was sent.</summary>
        public string? Conflict { get; init; }

        /// <summary>What was sent and is no answer, so that it can be mended; null otherwise.</summary>
        public string? Refused { get; init; }
    }
}
