using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>How the forms about people answer.</summary>
internal static class PersonAnswers
{
    extension(Controller controller)
    {
        /// <summary>Redirect when done; the same page with a reason and a fitting status when not.</summary>
        public async Task<IActionResult> AnswerAsync(
            MembershipOutcome outcome, IStringLocalizer<PeopleText> text, DayClock clock, Func<Task<IActionResult>> again)
        {
            switch (outcome)
            {
                case MembershipOutcome.Done done:
                    return controller.Redirect($"/people/{done.PersonId}");
                case MembershipOutcome.Missing:
                    return controller.NotFound();
                case MembershipOutcome.Changed { By: var by }:
                    controller.ShowLostRace(by, text, clock);
                    return await again();
                case MembershipOutcome.Refused(var why, var twin):
                    controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                    controller.ModelState.AddModelError(FieldOf(why), text[
                        twin is null && why is (MembershipRefusal.SameNumber or MembershipRefusal.SamePerson) ? "Refusal_Elsewhere" : $"Refusal_{why}"]);
                    return await again();
                default:
                    throw new UnreachableException();
            }
        }

        public void ShowLostRace(LastChange by, IStringLocalizer<PeopleText> text, DayClock clock)
        {
            controller.Response.StatusCode = StatusCodes.Status409Conflict;
            // The form that is shown again is made from what is known now.
            controller.ModelState.Remove("Version");
            controller.ModelState.AddModelError("", by.At is { } at ? text["Changed", by.Who ?? text["Somebody"], clock.InZone(at).Clock()] : text["Changed_JustNow"]);
        }
    }

    private static string FieldOf(MembershipRefusal why) => why switch
    {
        MembershipRefusal.EndBeforeStart or MembershipRefusal.NoPostThatDay => "Until",
        MembershipRefusal.Overlap => "Position",
        MembershipRefusal.OrganizationAbsent or MembershipRefusal.TransferTooEarly => "From",
        MembershipRefusal.SameNumber => "StaffNumber",
        MembershipRefusal.SamePerson => "Name",
        _ => throw new UnreachableException(),
    };
}
