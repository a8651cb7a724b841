namespace TrainingHub.Contests.Stage;

/// <summary>How a stage contest stands, as teams and the hall are told: the same for everybody, without any team's letters, and what is right only once it is shown.</summary>
internal static class StageView
{
    /// <summary>To be called while nobody changes the state.</summary>
    public static string Of(ContestRoom room, ContestState contest, DateTime now)
    {
        var facts = StageFacts.Of(room, contest, now);
        var question = facts.Question;
        return ContestView.Write(new
        {
            number = facts.Number,
            phase = facts.Phase.ToString(),
            paused = facts.IsPaused,
            round = facts.RoundNumber,
            rounds = facts.Rounds.Count,
            block = facts.Round?.Block.ToString(),
            mayName = facts.Round?.MayName,
            turn = facts.Turn is { } turn ? new { team = turn.Team, member = turn.Member } : null,
            chooser = facts.NeedsChoice ? facts.Turn?.Team : null,
            choice = facts.Choice is { } choice ? new { team = choice.Team, points = choice.Points, to = choice.To } : null,
            now = ContestView.Milliseconds(now),
            left = facts.Left,
            running = facts.IsRunning,
            item = question?.Number,
            question = question is null ? null : ContestView.Shown(room, question.Card),
            points = question?.Points,
            member = question?.Member,
            entrants = question?.Entrants,
            answerer = question?.Answerer,
            namer = question?.Namer,
            buzzer = question?.Buzzer,
            spoken = question?.Given.Keys.Concat(question.Abstained),
            falseStarts = question?.FalseStarts,
            verdicts = question?.Verdicts.Select(verdict => new { team = verdict.Key, right = verdict.Value }),
            right = question?.Right,
            withdrawn = question?.IsWithdrawn,
            teams = facts.Teams.Select(team => new { number = team.Number, name = team.Name, points = team.Points, rank = team.Rank, isOut = team.IsDisqualified, device = team.Device }),
        });
    }
}
