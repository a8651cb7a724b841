using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPaperMarksAndRestoredRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RestoreReason",
                table: "TrainingRecords",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RestoredBy",
                table: "TrainingRecords",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RestoresId",
                table: "TrainingRecords",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Marker",
                table: "SessionPaperSheets",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Marks",
                table: "SessionPaperSheets",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "WaitsForMarks",
                table: "SessionPaperSheets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsConsequence",
                table: "Revocations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_RestoresId",
                table: "TrainingRecords",
                column: "RestoresId",
                unique: true,
                filter: "\"RestoresId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TrainingRecords_RestoresId",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "RestoreReason",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "RestoredBy",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "RestoresId",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "Marker",
                table: "SessionPaperSheets");

            migrationBuilder.DropColumn(
                name: "Marks",
                table: "SessionPaperSheets");

            migrationBuilder.DropColumn(
                name: "WaitsForMarks",
                table: "SessionPaperSheets");

            migrationBuilder.DropColumn(
                name: "IsConsequence",
                table: "Revocations");
        }
    }
}
