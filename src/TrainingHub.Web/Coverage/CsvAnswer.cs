using Microsoft.Net.Http.Headers;

namespace TrainingHub.Coverage;

internal static class CsvAnswer
{
    extension(HttpResponse response)
    {
        /// <summary>Says that a CSV file of this name follows, row by row.</summary>
        public void StartCsv(string name)
        {
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(name);
            response.Headers.ContentDisposition = disposition.ToString();
        }
    }
}
