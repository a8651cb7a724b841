using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>How the forms about organizations answer.</summary>
internal static class TreeAnswers
{
    extension(Controller controller)
    {
        /// <summary>Redirect when done; the same page with a reason and a fitting status when not.</summary>
        public IActionResult Answer(TreeOutcome outcome, string field, IStringLocalizer<OrganizationsText> text, DayClock clock, Func<IActionResult> again)
        {
            switch (outcome)
            {
                case TreeOutcome.Done done:
                    return controller.Redirect($"/organizations/{done.Code}");
                case TreeOutcome.Missing:
                    return controller.NotFound();
                case TreeOutcome.Changed { By: var by }:
                    controller.Response.StatusCode = StatusCodes.Status409Conflict;
                    controller.ModelState.Remove("Version");
                    controller.ModelState.AddModelError("", text["Changed", by.Who ?? text["Somebody"], by.At is { } at ? clock.InZone(at).Clock() : ""]);
                    return again();
                case TreeOutcome.Refused(var why, var count):
                    controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                    controller.ModelState.AddModelError(field, text[$"Refusal_{why}", count]);
                    return again();
                default:
                    throw new UnreachableException();
            }
        }

        public IActionResult Unprocessable(Func<IActionResult> again)
        {
            controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return again();
        }
    }
}
